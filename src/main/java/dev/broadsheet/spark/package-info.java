/**
 * The shell around the pipeline: files in, Parquet out, by Spark.
 *
 * <p>{@link dev.broadsheet.spark.ArticleJob} is a run: {@link dev.broadsheet.spark.InputPlan} cuts
 * the input into slices, {@link dev.broadsheet.spark.EnrichSlices} is the one function that tasks
 * run, {@link dev.broadsheet.spark.ArticleRows} the one class that knows column names, and {@link
 * dev.broadsheet.spark.Publication} makes the output appear whole or not at all.
 */
package dev.broadsheet.spark;

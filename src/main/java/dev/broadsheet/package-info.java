/**
 * Raw news articles in; topics with evidence and faithful extractive summaries out, as Parquet.
 *
 * <p>A package is a step of the flow:
 *
 * <pre>
 * read → clean → language → segment ─┬─ topics ──┬─ Enriched → articles/
 *   └────────── Rejected ────────┐   └─ summary ─┘
 *                                └────────────────────────────→ rejects/
 * </pre>
 *
 * <p><b>Start reading</b> at {@link dev.broadsheet.pipeline.ArticlePipeline#process}: the product
 * in one method. The values that flow are in {@link dev.broadsheet.article}; {@link
 * dev.broadsheet.spark} is the shell that runs the pipeline over files and lends its functions to
 * SQL, {@link dev.broadsheet.spark.tables} brings archives to tables, {@link dev.broadsheet.cli}
 * are the commands. {@link dev.broadsheet.report} tells what a run did, {@link
 * dev.broadsheet.evaluate} how good topics and summaries are, {@link dev.broadsheet.benchmark} how
 * fast.
 *
 * <p><b>Threads</b>: values and models are immutable and shared by all; tools (segmenter,
 * classifier, summarizer, pipeline) hold buffers and belong to one thread, so each task makes its
 * own.
 */
package dev.broadsheet;

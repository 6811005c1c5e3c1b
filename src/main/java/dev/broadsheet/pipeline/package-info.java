/**
 * The product without Spark: {@link dev.broadsheet.pipeline.ArticlePipeline#process} takes a raw
 * article through all steps. {@link dev.broadsheet.pipeline.Models} is shared by all threads of a
 * JVM; each thread makes its own pipeline from it.
 */
package dev.broadsheet.pipeline;

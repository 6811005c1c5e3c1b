/**
 * The sentences that sum an article up, whole and in the text's own order.
 *
 * <p>Start at {@link dev.broadsheet.summary.Summarizer#summarize}: {@link
 * dev.broadsheet.summary.ArticleView} computes what the ranker knows of each sentence, {@link
 * dev.broadsheet.summary.Selection} picks one after another, and {@link
 * dev.broadsheet.summary.References} keeps out sentences that lean on one the summary lacks. {@link
 * dev.broadsheet.summary.RankerTrainer} learns the model that ships as a resource; {@link
 * dev.broadsheet.summary.Boosting} grows its trees.
 *
 * <p>It works on the 64-bit terms of {@link dev.broadsheet.segment.SegmentedText} and costs time
 * linear in the text's length. Arithmetic is plain IEEE in a fixed order: equal input, equal
 * summary on every machine. Values and models are shared; everything with a buffer belongs to one
 * thread.
 */
package dev.broadsheet.summary;

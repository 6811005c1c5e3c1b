/**
 * The sentences that sum an article up, whole and in the text's own order.
 *
 * <p>Start at {@link dev.broadsheet.summary.Summarizer#summarize}: {@link
 * dev.broadsheet.summary.ArticleView} computes what the ranker knows of each sentence and bars what
 * is not the story's ({@link dev.broadsheet.summary.Story}): what the page puts around it,
 * greetings and questions of transcripts, items of lists; {@link dev.broadsheet.summary.Selection}
 * goes from the first sentence on, and leaves one out only where readers would not miss it. {@link
 * dev.broadsheet.summary.Mentions} and {@link dev.broadsheet.summary.Manner} tell what a sentence
 * needs of those before it. {@link dev.broadsheet.summary.RankerTrainer} learns the model that
 * ships as a resource from articles and from {@link dev.broadsheet.summary.Reading}s; {@link
 * dev.broadsheet.summary.Boosting} grows its trees.
 *
 * <p>It works on the 64-bit terms of {@link dev.broadsheet.segment.SegmentedText} and costs time
 * linear in the text's length. Arithmetic is plain IEEE in a fixed order: equal input, equal
 * summary on every machine. Values and models are shared; everything with a buffer belongs to one
 * thread.
 */
package dev.broadsheet.summary;

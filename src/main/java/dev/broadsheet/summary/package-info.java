/**
 * The sentences that sum an article up, whole and in the text's own order.
 *
 * <p>Start at {@link dev.broadsheet.summary.Summarizer#summarize}. It works on the 64-bit terms of
 * {@link dev.broadsheet.segment.SegmentedText} and costs time linear in the text's length.
 * Arithmetic is plain IEEE in a fixed order: equal input, equal summary on every machine.
 */
package dev.broadsheet.summary;

/**
 * Scores of topics and summaries, all mergeable: what a sample was judged to be against what it is.
 *
 * <p>Topics start at {@link dev.broadsheet.evaluate.TopicEvaluation}, summaries at {@link
 * dev.broadsheet.evaluate.SummaryEvaluation}; {@link dev.broadsheet.evaluate.Rouge} is ROUGE-1.5.5.
 */
package dev.broadsheet.evaluate;

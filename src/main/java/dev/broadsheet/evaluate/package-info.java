/**
 * Scores: how good summaries are by ROUGE, against what other methods give.
 *
 * <p>Start at {@link dev.broadsheet.evaluate.SummaryEvaluation#run}; {@link
 * dev.broadsheet.evaluate.Rouge} is the measure, {@link dev.broadsheet.evaluate.Baseline} what has
 * to be beaten.
 */
package dev.broadsheet.evaluate;

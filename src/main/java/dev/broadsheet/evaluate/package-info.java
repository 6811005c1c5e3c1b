/**
 * Scores: how good summaries are by ROUGE, against what other methods give.
 *
 * <p>Start at {@link dev.broadsheet.evaluate.Rouge}.
 */
package dev.broadsheet.evaluate;

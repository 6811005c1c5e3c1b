/**
 * How good topics and summaries are: scores whose state merges, so that parts may be judged apart.
 *
 * <p>For topics, {@link dev.broadsheet.evaluate.TopicEvaluation} collects {@link
 * dev.broadsheet.evaluate.Judged} documents and reports per-topic, micro and macro scores,
 * calibration and bootstrap intervals.
 */
package dev.broadsheet.evaluate;

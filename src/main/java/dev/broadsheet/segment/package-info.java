/**
 * Text to sentences and tokens, once, for all later steps.
 *
 * <p>{@link dev.broadsheet.segment.SegmentedText} holds them as int arrays beside a 64-bit {@link
 * dev.broadsheet.segment.Terms term} for each token, so that topics and summary need no strings.
 * Sentences and tokens are those of OpenNLP's published English models.
 */
package dev.broadsheet.segment;

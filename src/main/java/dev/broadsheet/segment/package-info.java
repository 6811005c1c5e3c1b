/**
 * Text to sentences and tokens, once, for all later steps.
 *
 * <p>{@link dev.broadsheet.segment.SegmentedText} holds them as int arrays beside a 64-bit {@link
 * dev.broadsheet.segment.Terms term} for each token, so that topics and summary need no strings.
 * Tokens are those of OpenNLP's published English model, compiled: the same results many times
 * faster. So are sentences, but for {@link dev.broadsheet.segment.Boundaries} and {@link
 * dev.broadsheet.segment.Abbreviations}, which know where that model errs about news. Start at
 * {@link dev.broadsheet.segment.Segmenter}, then {@link dev.broadsheet.segment.SplitModel}.
 */
package dev.broadsheet.segment;

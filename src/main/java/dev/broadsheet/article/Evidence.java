package dev.broadsheet.article;

/**
 * A sentence that speaks for a topic.
 *
 * @param begin first code point in the text
 * @param end one past the last code point
 * @param contribution what the sentence adds to the topic's logit; positive
 */
public record Evidence(int begin, int end, double contribution) {}

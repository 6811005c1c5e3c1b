package dev.broadsheet.article;

/**
 * A sentence's place in its text.
 *
 * @param index its number in the text, from 0
 * @param begin first code point
 * @param end one past the last code point
 */
public record Sentence(int index, int begin, int end) {}

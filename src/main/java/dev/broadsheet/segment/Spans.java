package dev.broadsheet.segment;

import java.util.Arrays;

/** A growing list of half-open places in a text, in UTF-16 units. One thread at a time. */
final class Spans {

  private int[] begins;
  private int[] ends;
  private int count;

  Spans(int capacity) {
    begins = new int[capacity];
    ends = new int[capacity];
  }

  void clear() {
    count = 0;
  }

  void add(int begin, int end) {
    if (count == begins.length) {
      begins = Arrays.copyOf(begins, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    begins[count] = begin;
    ends[count++] = end;
  }

  int count() {
    return count;
  }

  int begin(int span) {
    return begins[span];
  }

  int end(int span) {
    return ends[span];
  }

  int[] begins() {
    return Arrays.copyOf(begins, count);
  }

  int[] ends() {
    return Arrays.copyOf(ends, count);
  }
}

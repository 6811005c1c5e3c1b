package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;

/** Tells what people say when they speak in public before and beside the matter. */
final class Courtesies {

  /** Longer sentences have a matter. */
  private static final int LONGEST = 40;

  /** A word of courtesy makes a sentence of so few tokens one. */
  private static final int LONGEST_BRIEF = 14;

  private static final WordSet INTERJECTIONS =
      WordSet.of(
          "well so and okay ok oh yes now hi hello hey again but folks look please all right");

  private static final WordSet COURTEOUS =
      WordSet.of(
          """
          everyone everybody ladies gentlemen thank thanks welcome hello hi hey seated seat sit
          """);

  private static final Phrases OPENINGS =
      Phrases.of(
          """
          good morning;good afternoon;good evening;good day;good to see;great to see;good to be
          great to be;nice to see;wonderful to see;thank you;thanks;welcome;have a seat;be seated
          happy friday;happy monday;happy to be;how are you;sorry;i'm sorry;i am sorry;my pleasure
          it's great to;it's good to;it's wonderful to;it's a pleasure;it's an honor;it's a great
          it's a real;it's my pleasure;it's so good to;it's so great to;it's always good;it's always great
          it’s great to;it’s good to;it’s wonderful to;it’s a pleasure;it’s an honor;it’s a great
          it’s a real;it’s my pleasure;it’s so good to;it’s so great to;it’s always good;it’s always great
          it is great to;it is good to;it is wonderful to;it is a pleasure;it is an honor;it is a great
          it is a real;it is my pleasure;it is so good to;it is always good;it is always a;it is a very great
          it's always a;it’s always a;let me start by thanking;let me begin by thanking;let me thank;let me also thank
          i want to thank;i'd like to thank;i’d like to thank;i would like to thank;i also want to thank
          i'm very pleased to;i’m very pleased to;i'm pleased to;i’m pleased to;i'm delighted to
          i’m delighted to;i'm grateful to;i’m grateful to;i am very grateful to;i am grateful to
          i'm honored to;i’m honored to;i am honored to;we'll turn it over;we’ll turn it over;over to you
          go ahead;the floor is yours;with that;i hope everyone;today's call is;today’s call is
          this call is on;please join me;a pleasure to;an honor to;pleasure to;delighted to;a very good
          """);

  /** What thanks, welcomes or tells how the event will go, wherever it stands. */
  private static final Phrases ASIDES =
      Phrases.of(
          """
          at the top;your questions;some questions;take questions;on background;few questions
          turn it over to;turn to your;embargoed until;thank you;pleasure to welcome;pleasure to have
          pleasure to see;pleasure for me;delighted to welcome;pleased to be able;pleased to welcome
          good to have;great to have;honor to be;honor to continue;start by thanking;wonderful as always
          """);

  private Courtesies() {}

  /** Whether a sentence is one, wherever it stands in a transcript. */
  static boolean matches(SegmentedText text, int sentence) {
    int begin = text.firstToken(sentence);
    int end = text.endToken(sentence);
    if (end - begin > LONGEST) {
      return false;
    }
    int from = begin;
    while (from < end - 1 && (text.term(from) == 0 || INTERJECTIONS.contains(text.term(from)))) {
      if (COURTEOUS.contains(text.term(from)) || OPENINGS.matches(text, from, end)) {
        return true;
      }
      from++;
    }
    return OPENINGS.matches(text, from, end) || holds(text, begin, end);
  }

  private static boolean holds(SegmentedText text, int begin, int end) {
    for (int t = begin; t < end; t++) {
      boolean isBrief = end - begin <= LONGEST_BRIEF && COURTEOUS.contains(text.term(t));
      if (isBrief || ASIDES.matches(text, t, end)) {
        return true;
      }
    }
    return false;
  }
}

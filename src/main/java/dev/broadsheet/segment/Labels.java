package dev.broadsheet.segment;

import java.util.Set;

/**
 * Labels that tell who speaks, such as "MR. TARN:" in a briefing. Each is a sentence by itself: it
 * is no part of what is said.
 */
final class Labels {

  /** A label is no longer, in UTF-16 units. */
  private static final int LONGEST = 64;

  /** Signs of a label besides capitals. */
  private static final String SIGNS = " .,-'’&/";

  /** A label that begins so is the page's; what follows it belongs to it. */
  private static final Set<String> PAGES =
      Set.of(
          "RELATED",
          "READ",
          "ALSO",
          "MORE",
          "SEE",
          "WATCH",
          "LISTEN",
          "VIDEO",
          "VIDEOS",
          "PHOTO",
          "PHOTOS",
          "PICTURE",
          "PICTURES",
          "GALLERY",
          "IMAGE",
          "FILE",
          "CAPTION",
          "UPDATE",
          "UPDATED",
          "EXCLUSIVE",
          "BREAKING",
          "OPINION",
          "SUBJECT",
          "CLICK",
          "FOLLOW",
          "CONTACT",
          "ABOVE",
          "BELOW",
          "LEFT",
          "RIGHT",
          "SOURCE",
          "PUBLISHED",
          "CORRECTION",
          "NOTE");

  private Labels() {}

  /** One past the colon of the label that begins the line {@code text[begin, end)}, or -1. */
  static int end(String text, int begin, int end) {
    if (end - begin < 2 || !isCapital(text, begin) || !isCapital(text, begin + 1)) {
      return -1;
    }
    int colon = colon(text, begin, Math.min(end - 1, begin + LONGEST));
    boolean isSpeaker = colon >= 0 && text.charAt(colon + 1) == ' ' && !isOfPage(text, begin);
    return isSpeaker ? colon + 1 : -1;
  }

  /** The colon after nothing but capitals, or -1; what stands in brackets may be anything. */
  private static int colon(String text, int begin, int limit) {
    boolean isInside = false;
    for (int i = begin; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ':' && !isInside) {
        return i;
      }
      boolean isBracket = c == '(' || c == ')';
      isInside = isBracket ? c == '(' : isInside;
      if (!isInside && !isBracket && !isCapital(text, i) && SIGNS.indexOf(c) < 0) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isCapital(String text, int at) {
    return Character.isUpperCase(text.charAt(at));
  }

  private static boolean isOfPage(String text, int begin) {
    int end = begin;
    while (isCapital(text, end)) {
      end++;
    }
    return PAGES.contains(text.substring(begin, end));
  }
}

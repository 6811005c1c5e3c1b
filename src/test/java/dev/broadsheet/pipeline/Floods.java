package dev.broadsheet.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts of one thing over and over, which make careless code quadratic. */
final class Floods {

  /** Long enough that the language is judged by it. */
  static final String ENGLISH =
      "The harbour board met on Monday and voted to deepen the northern channel by two metres. "
          .repeat(8);

  private static final String[] PIECES = {
    "a",
    "A",
    "a ",
    "A b ",
    "The man said. ",
    "Media playback is \n",
    "said.\" A b said ",
    "a.A",
    ".",
    ". ",
    "a.",
    "a. ",
    "A. ",
    "U.S. ",
    "Mr. ",
    "?!",
    "\u201c",
    "\u201d ",
    "\"",
    "\" ",
    "'",
    "' ",
    "\u2019s ",
    "(",
    ") ",
    "-",
    "- ",
    "--",
    "a-\n",
    "a\n",
    "A\n",
    "A b\n",
    "a b c d e\n",
    "\u2014",
    ",",
    ", ",
    "1",
    "1,",
    "1. ",
    "%",
    "http://a.b/c",
    "a@b.c ",
    "@a ",
    "#",
    "&",
    "&amp;",
    "<",
    "<b>",
    "</",
    "&#x",
    "He said. ",
    "It is. ",
    "he, she ",
    "CNN (",
    "LONDON (AP) - A",
    "LONDON\n",
    "Tags: a\n",
    "\u00c3\u00a9",
    "\u00e2\u20ac\u2122",
    "\u00c3",
    "\ud83d\ude00",
    "\ud83d\ude00 ",
    "\ud83d\udc69\u200d",
    "\u0627",
    "\u0627\u0644 ",
    "\u202e",
    "\u05d0 ",
    "e\u0301",
    "\u0301",
    "e\u0301\u0316\u0338",
    "\u200d",
    "\u200b",
    "\ud800",
    "\udc00",
    "\0",
    "\u0000a ",
    "\ufffd",
    "\ufffe",
    "\u4e2d",
    "\u4e2d\u6587\u3002",
    "\u0e01",
    "\u1100\u1161",
    "\u00a0",
    "\u2028",
    "\u0085",
    "\ufdfa",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa- ",
    "xp",
    "haha ",
    "...",
    "\u2026 ",
    "_",
    "=",
    "~",
    "|",
  };

  private Floods() {}

  /** Texts of so many UTF-16 units, by what they repeat. */
  static Map<String, String> of(int length) {
    Map<String, String> floods = new LinkedHashMap<>();
    for (String piece : PIECES) {
      floods.put(piece, piece.repeat(length / piece.length()));
    }
    return floods;
  }
}

package dev.broadsheet.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.RawArticle;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IdempotenceTest {

  private static final int CASES = 30_000;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String[] PIECES = {
    "The mayor spoke",
    "Harbour to be deepened",
    "harbour",
    "said",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\u00a0",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u00ad",
    "\ufeff",
    "\u2028",
    "\u0085",
    "\t",
    "\u0000",
    ".",
    ",",
    ";",
    ":",
    "?",
    "!",
    "\u201c",
    "\u201d",
    "'",
    "-",
    "\u2014",
    "\u2026",
    "(",
    ")",
    "UN, Diplomacy,",
    "Tags: a; b",
    "Keywords:",
    "U.S.",
    "and",
    "the",
    "A",
    "b",
    "7",
    "#",
    "&",
    "&amp;",
    "&amp;amp;",
    "&lt;",
    "&gt;",
    "&#8203;",
    "&#x37e;",
    "&semi;",
    "&nbsp;",
    "&#769;",
    "&#xd800;",
    "amp;",
    "lt;",
    "#38;",
    "p;",
    "<",
    ">",
    "</",
    "<p>",
    "<b>",
    "</b>",
    "<br/>",
    "<script>",
    "</script>",
    "<a href=\"x\">",
    "<!--",
    "-->",
    "=",
    "/",
    "!",
    "p",
    "b",
    "script",
    "<b x",
    "&x",
    "&semi",
    "e",
    "\u0301",
    "\u0316",
    "\u0338",
    "\u0344",
    "\u212a",
    "\u037e",
    "\u0130",
    "\u01c5",
    "\u00df",
    "\ud83d\ude00",
    "\ud83d",
    "\ude00",
    "\ufe0f",
    "\u0915",
    "\u094d",
    "\u0627",
    "\uac00",
    "\u1100",
    "\u1161",
    "\ufffe",
    "\ufdd0",
    "\ue000",
    "\u202e",
    "\u0600",
    "\u3000",
    "\u2212",
    "A long line of plain words that goes on for more than sixty characters and",
    "Another line that is longer than one hundred and twenty characters, so that it can be no headline and must be body text of it",
  };

  private final Cleaner cleaner = new Cleaner();

  @Test
  void cleaningTwiceIsCleaningOnce() {
    Random random = new Random(20260101);
    for (int i = 0; i < CASES; i++) {
      RawArticle raw = article(random);
      Article once = cleaner.clean(raw, NOW);
      Article twice = cleaner.clean(again(once), NOW);
      assertEquals(once.title(), twice.title(), () -> "title of " + escaped(raw));
      assertEquals(once.text(), twice.text(), () -> "text of " + escaped(raw));
      assertEquals(once.tags(), twice.tags(), () -> "tags of " + escaped(raw));
      assertEquals(once.contentSha256(), twice.contentSha256());
    }
  }

  @Test
  void theTextIsAlwaysParagraphsOfOneLine() {
    Pattern bad =
        Pattern.compile(
            "\n\n\n|(?<!\n)\n(?!\n)|  | \n|\n |^\\s|\\s$|[\\p{Cc}\\p{Zs}\\u200b&&[^ \n]]");
    Random random = new Random(7);
    for (int i = 0; i < CASES / 5; i++) {
      Article article = cleaner.clean(article(random), NOW);
      assertFalse(bad.matcher(article.text()).find(), () -> escape(article.text()));
      assertFalse(bad.matcher(article.title()).find() || article.title().contains("\n"));
      assertTrue(Normalizer.isNormalized(article.text(), Normalizer.Form.NFC));
    }
  }

  @Test
  void aMegabyteOfAnythingIsCleanedInASecond() {
    String[] floods = {
      "<",
      ">",
      "&",
      ";",
      "\n",
      "\n\n",
      ",",
      "a,",
      "a,\n",
      "&amp;",
      "amp;",
      "&semi",
      "&#38;",
      "<b ",
      "<b>",
      "<b =>",
      "<script>",
      "<!--",
      "<!-- -->",
      "-->",
      "</script",
      "a",
      "a\n",
      "A\n\n",
      "A b\n",
      "Aa bb\n\ncc dd\n\n",
      "\u0301",
      "\u0301\u0316",
      "e\u0301\u0316",
      "\u200d",
      "\ud83d\ude00",
      "\ud83d\ude00\u200d",
      "\ud83d",
      " ",
      "\u00a0",
      "\"",
      "\"\n",
      "a\"\n",
      "<b >>>>>>>>>>>>>>>>>>>>",
      "\u0344",
      "\u202e",
      "\u0000",
      "\u1161",
      "U.",
      "U. ",
      "Tags:",
      "Tags:\n",
      "-",
      "<!-",
      "&x;",
    };
    for (String flood : floods) {
      String text = flood.repeat(1_000_000 / flood.length());
      for (String start : new String[] {"", "A b &<b "}) {
        RawArticle raw =
            new RawArticle("u", null, null, null, start + text + ";>", null, List.of());
        long begin = CPU.getCurrentThreadCpuTime();
        cleaner.clean(raw, NOW);
        long milliseconds = (CPU.getCurrentThreadCpuTime() - begin) / 1_000_000;
        assertTrue(milliseconds < 1000, () -> milliseconds + " ms for " + start + escape(flood));
      }
    }
  }

  private static RawArticle again(Article article) {
    return new RawArticle("u", null, null, article.title(), article.text(), null, article.tags());
  }

  private static RawArticle article(Random random) {
    List<String> tags = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      tags.add(text(random, 4));
    }
    String title = random.nextBoolean() ? null : text(random, 6);
    String text = text(random, 40);
    return new RawArticle(
        "u",
        null,
        null,
        title,
        title != null && random.nextBoolean() ? title + "\n" + text : text,
        null,
        tags);
  }

  /** Some pieces, many of them from a small choice, so that rules meet. */
  private static String text(Random random, int longest) {
    String[] choice = new String[1 + random.nextInt(8)];
    for (int i = 0; i < choice.length; i++) {
      choice[i] = PIECES[random.nextInt(PIECES.length)];
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest); i > 0; i--) {
      text.append(
          random.nextInt(4) == 0
              ? PIECES[random.nextInt(PIECES.length)]
              : choice[random.nextInt(choice.length)]);
    }
    return text.toString();
  }

  private static String escaped(RawArticle raw) {
    return escape(raw.title() + " | " + raw.text() + " | " + raw.tags());
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .limit(2000)
        .forEach(
            c ->
                escaped.append(
                    c >= ' ' && c < 0x7F ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return escaped.toString();
  }
}

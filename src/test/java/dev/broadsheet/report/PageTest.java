package dev.broadsheet.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser. Skipped where Chromium is missing, unless the environment variable
 * {@code BROADSHEET_BROWSER} is {@code required}, as {@code .ci/run} says.
 */
class PageTest {

  private static final int DESK = 1280;
  private static final int PHONE = 390;

  @TempDir private static Path folder;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void openBrowser() throws IOException {
    boolean isRequired = "required".equals(System.getenv("BROADSHEET_BROWSER"));
    assumeTrue(
        isRequired || Browser.isInstalled(),
        "needs chromium and chromedriver: apt-get install chromium chromium-driver");
    page = folder.resolve("report.html");
    PageWriter.write(Views.hostile(), page);
    browser = Browser.open();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void open() {
    browser.open(page, DESK, "light");
  }

  private static long count(String selector) {
    return (Long) browser.script("return document.querySelectorAll('" + selector + "').length");
  }

  private static List<String> headlines() {
    return browser.texts("#cards h3");
  }

  @Test
  void allPartsAreDrawnWithoutAWordOnTheConsole() {
    open();
    assertEquals(5, count(".chart canvas"));
    assertEquals(4, count("#cards article"));
    for (String part :
        List.of("figures", "topic-table", "together-list", "languages", "reject-list", "runs")) {
      assertTrue(count("#" + part + " > *") > 0, part);
    }
    assertEquals(List.of(), browser.console());
  }

  @Test
  void anOutputWithoutArticlesHasAPageAsWell() throws IOException {
    Path empty = folder.resolve("empty.html");
    PageWriter.write(Views.empty(), empty);
    browser.open(empty, DESK, "light");
    assertTrue(browser.text("#lead").startsWith("No article was read."), browser.text("#lead"));
    assertEquals(List.of(), browser.console());
  }

  @Test
  void nothingIsFetched() {
    open();
    assertEquals(0L, browser.script("return performance.getEntriesByType('resource').length"));
  }

  @Test
  void hostileTextsAreTextAndDoNotRun() {
    open();
    assertEquals(Views.HOSTILE, browser.script("return document.querySelector('h1').textContent"));
    browser.click("#reject-list summary");
    browser.click("#run > details > summary");
    browser.click("[data-topic='1']");
    assertTrue(headlines().get(0).startsWith("<img src=x"), headlines().toString());
    assertEquals(0, count("img, #cards script, main script"));
    assertEquals(0, count("a[href^=\"javascript:\"]"));
    assertEquals("undefined", browser.script("return typeof window.hacked"));
    assertEquals(List.of(), browser.console());
  }

  @Test
  void evenMarkupThatGotInWouldNotRun() {
    open();
    browser.script(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked=1\">');"
            + "const s = document.createElement('script'); s.textContent = 'window.hacked=1';"
            + "document.body.append(s);");
    assertEquals("undefined", browser.script("return typeof window.hacked"));
    assertTrue(browser.console().stream().anyMatch(m -> m.contains("Content Security Policy")));
  }

  @Test
  void choosingATopicShowsItsArticlesAndNothingElse() {
    open();
    browser.set("#topic", "2");
    assertEquals(List.of("Goal in the last minute"), headlines());
    assertTrue(browser.text("#status").contains("1 article on sport"), browser.text("#status"));
    browser.set("#topic", "0");
    assertEquals(3, headlines().size());
    browser.set("#topic", "3");
    assertEquals(List.of(), headlines());
  }

  @Test
  void choosingDatesShowsTheArticlesOfTheseDays() {
    open();
    browser.set("#from", "2026-01-02");
    assertEquals(List.of("Goal in the last minute"), headlines());
    assertTrue(browser.text("#status").startsWith("1 article from 2 Jan 2026"));
    browser.set("#topic", "0");
    assertEquals(List.of(), headlines());
    browser.click("#filters [type=reset]");
    assertEquals(4, headlines().size());
    assertEquals("4 articles.", browser.text("#status"));
  }

  @Test
  void datesOutsideTheArchiveAreItsEnds() {
    open();
    browser.set("#from", "1999-12-31");
    browser.set("#to", "2099-12-31");
    assertEquals(4, headlines().size());
    browser.set("#to", "");
    assertEquals("2026-01-03", browser.script("return document.querySelector('#to').value"));
    assertEquals(List.of(), browser.console());
  }

  @Test
  void aTopicsButtonChoosesItAndKeepsTheKeyboardsPlace() {
    open();
    browser.click("#topic-table [data-topic='2']");
    assertEquals(List.of("Goal in the last minute"), headlines());
    assertEquals("2", browser.script("return document.activeElement.dataset.topic"));
    assertEquals(
        "true", browser.script("return document.activeElement.getAttribute('aria-pressed')"));
    browser.click("#topic-table [data-topic='2']");
    assertEquals(4, headlines().size());
  }

  @Test
  void daysWithoutArticlesAreZeroInTheTable() {
    open();
    browser.set("#unit", "day");
    assertEquals(3, count("#trend-table tbody tr"));
    browser.script("document.querySelector('#topics details').open = true");
    assertEquals(
        List.of("2026-01-02", "0", "0.0", "0.0"),
        browser.texts("#trend-table tbody tr:nth-child(2) > *"));
  }

  @Test
  void evidenceIsHighlightedInTheSummary() {
    open();
    assertEquals("It speaks.", browser.texts("#cards .summary mark").get(0));
  }

  @Test
  void aScreenReaderFindsLabelsTablesAndHeadingsInOrder() {
    open();
    assertEquals(0, count(".chart:not([role=img][aria-label])"));
    assertEquals(count(".chart"), count("details.data table"));
    assertEquals(0, count("th:not([scope])"));
    assertEquals(
        List.of(),
        browser.script(
            "return [...document.querySelectorAll('select, input, button')]"
                + ".filter(c => !(c.labels && c.labels.length) && !c.textContent.trim())"));
    List<?> levels =
        (List<?>)
            browser.script(
                "return [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])");
    for (int i = 1; i < levels.size(); i++) {
      assertTrue((Long) levels.get(i) <= (Long) levels.get(i - 1) + 1, levels.toString());
    }
  }

  @Test
  void aPhoneDoesNotScrollSideways() {
    browser.open(page, PHONE, "light");
    assertEquals(
        List.of(),
        browser.script(
            "return [...document.querySelectorAll('body *')]"
                + ".filter(e => !e.closest('.scroll, .skip, .vh'))"
                + ".filter(e => e.getBoundingClientRect().right > "
                + (PHONE + 1)
                + ")"
                + ".map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))"));
    assertEquals((long) PHONE, browser.script("return document.documentElement.scrollWidth"));
    assertEquals(List.of(), browser.console());
  }

  @Test
  void textStandsOutFromItsGroundInLightAndDark() {
    String light = ground("light");
    assertNotEquals(light, ground("dark"));
  }

  /** The ground's colour, once all pairs of text and ground have a contrast of 4.5 (WCAG AA). */
  private static String ground(String scheme) {
    browser.open(page, DESK, scheme);
    for (String pair :
        List.of(
            "ink paper", "ink card", "soft paper", "soft card", "accent paper", "mark-ink mark")) {
      String[] names = pair.split(" ", -1);
      double contrast = contrast(luminance(colour(names[0])), luminance(colour(names[1])));
      assertTrue(contrast >= 4.5, scheme + ": " + pair + " " + contrast);
    }
    return colour("paper");
  }

  private static String colour(String name) {
    return (String)
        browser.script(
            "return getComputedStyle(document.documentElement).getPropertyValue('--"
                + name
                + "').trim()");
  }

  private static double contrast(double a, double b) {
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  }

  /** Relative luminance of an sRGB colour such as #1c1b19, as WCAG 2 defines it. */
  private static double luminance(String colour) {
    double[] parts =
        LongStream.of(1, 3, 5)
            .mapToInt(at -> Integer.parseInt(colour.substring((int) at, (int) at + 2), 16))
            .mapToDouble(part -> part / 255.0)
            .map(part -> part <= .03928 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4))
            .toArray();
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
  }
}

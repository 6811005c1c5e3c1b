package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * A web page. Its text is what Readability, Mozilla's rules for the reader view, takes for the
 * article; the rest is its {@link PageInfo}. One thread.
 */
final class HtmlPage {

  /** With as many the page is not even parsed. */
  private static final int MAX_TAGS = 100_000;

  /** Bounds within which the extractor takes less than two seconds. */
  private static final int MAX_NODES = 20_000;

  /** The extractor's time grows with the square of these. */
  private static final int MAX_CHILDREN = 2_000;

  private static final int MAX_DEPTH = 400;

  private static final String TOO_LARGE =
      ("The page is too large to find its article: more than %d tags or %d nodes, or %d in one"
              + " element, or nested deeper than %d. Take it out.")
          .formatted(MAX_TAGS, MAX_NODES, MAX_CHILDREN, MAX_DEPTH);

  /**
   * Mozilla's isProbablyReaderable counts no paragraph below; a shorter text must be called one.
   */
  private static final int MIN_TEXT = 140;

  /** Share of the text in the page's data that must show; the data seldom have paragraphs. */
  private static final double MIN_SHOWN = 0.8;

  /** Roles that Mozilla's rules pass over and the port does not know: consent dialogs above all. */
  private static final String NO_CONTENT =
      "body>footer,"
          + "[role~=^(?:alert|alertdialog|complementary|dialog|menu|menubar|navigation)$]";

  /** The extractor asks for the page's address to complete links, which are not kept. */
  private static final String ANY_ADDRESS = "https://page.invalid/";

  private final Document page;
  private final String address;

  private HtmlPage(Document page, String address) {
    this.page = page;
    this.address = address;
  }

  /**
   * Parses a page.
   *
   * @param charset as the server said; null to go by the page's mark or its meta element, then by
   *     UTF-8, and by Windows-1252 if it is not that
   * @param address where it was found; empty if unknown
   * @throws BadFile if it is no text, or has too many tags
   */
  static HtmlPage parse(byte[] bytes, String charset, String address) throws IOException {
    if (!isUtf16(bytes, charset)) {
      Content.refuseNul(bytes);
    }
    requireFewTags(bytes);
    Document page = parse(bytes, charset);
    boolean isGuess = charset == null && page.select("meta[charset],meta[http-equiv]").isEmpty();
    boolean isWrong = isGuess && page.text().indexOf('\ufffd') >= 0;
    return new HtmlPage(isWrong ? parse(bytes, "windows-1252") : page, address);
  }

  private static Document parse(byte[] bytes, String charset) throws IOException {
    return Jsoup.parse(new ByteArrayInputStream(bytes), charset, "");
  }

  private static boolean isUtf16(byte[] bytes, String charset) {
    boolean isMarked = !Encoding.isUtf8(Arrays.copyOf(bytes, Math.min(3, bytes.length)));
    return isMarked || (charset != null && charset.toLowerCase(Locale.ROOT).startsWith("utf-16"));
  }

  private static void requireFewTags(byte[] bytes) throws BadFile {
    int tags = 0;
    for (byte b : bytes) {
      tags += b == '<' ? 1 : 0;
    }
    if (tags > MAX_TAGS) {
      throw new BadFile(RejectReason.TOO_LONG, TOO_LARGE, Decoder.lenient(bytes, 0, bytes.length));
    }
  }

  /**
   * The article.
   *
   * @param fallbackId its id if its address is not known; null if none
   */
  Incoming article(String sourceUri, String fallbackId) {
    if (isTooLarge()) {
      return new Rejected(sourceUri, RejectReason.TOO_LONG, TOO_LARGE, page.title());
    }
    PageInfo info = PageInfo.of(page, address);
    String text = text(info);
    return text.isBlank()
        ? noArticle(sourceUri, info)
        : new RawArticle(
            sourceUri,
            info.url().isEmpty() ? fallbackId : info.url(),
            info.url().isEmpty() ? null : info.url(),
            info.title(),
            text,
            info.published().isEmpty() ? null : info.published(),
            info.tags());
  }

  private boolean isTooLarge() {
    Size size = new Size();
    page.traverse(size);
    return size.isTooLarge;
  }

  /**
   * Takes the page apart. One that shows only a start, as behind a paywall, may hold all as data.
   */
  private String text(PageInfo info) {
    page.select(NO_CONTENT).remove();
    Element main = main();
    String text = main == null ? "" : Html.text(main);
    boolean isArticle = info.isArticle() || text.length() >= MIN_TEXT;
    boolean isPart = text.length() < info.body().length() * MIN_SHOWN;
    return isArticle && !isPart ? text : info.body();
  }

  /** What the extractor takes for the article; null if it finds none, or fails on odd markup. */
  private Element main() {
    try {
      return new Readability4J(ANY_ADDRESS, page).parse().getArticleContent();
    } catch (IllegalStateException e) {
      return null; // it looks for the parent of the root
    }
  }

  private static Rejected noArticle(String sourceUri, PageInfo info) {
    return new Rejected(
        sourceUri,
        RejectReason.EMPTY_TEXT,
        "No article was found on the page; take it out if it is an index or a form.",
        info.title());
  }

  private static final class Size implements NodeVisitor {

    private int nodes;
    private boolean isTooLarge;

    @Override
    public void head(Node node, int depth) {
      nodes++;
      isTooLarge |= nodes > MAX_NODES || depth > MAX_DEPTH || node.childNodeSize() > MAX_CHILDREN;
    }
  }
}

package dev.broadsheet.read;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of parsed HTML. */
final class Html {

  private Html() {}

  /** The paragraphs of an element; empty if there is no text. */
  static String text(Element element) {
    Paragraphs paragraphs = new Paragraphs();
    element.traverse(new Teller(paragraphs));
    return paragraphs.text();
  }

  /** The paragraphs of a piece of HTML, such as the body that a JSON record holds. */
  static String text(String fragment) {
    return text(Jsoup.parseBodyFragment(fragment).body());
  }

  private record Teller(Paragraphs out) implements NodeVisitor {

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        out.open(element.normalName());
      } else if (node instanceof TextNode text) {
        out.text(text.getWholeText());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        out.close(element.normalName());
      }
    }
  }
}

package dev.broadsheet.read;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * NewsML-G2 items (IPTC). A news item's text is what stands in it, as XHTML, NITF or plain text;
 * remote content is not fetched. Packages and concepts are lists and have no text.
 */
final class NewsMl {

  private NewsMl() {}

  /** The item of an element such as {@code newsItem} or {@code packageItem}. */
  static NewsItem item(XmlElement item) {
    XmlElement nitf = content(item).find("nitf");
    NewsItem inner = Nitf.item(nitf);
    String guid = item.attribute("guid");
    return new NewsItem(
        guid,
        NewsItem.firstOf(NewsItem.webAddress(guid), inner.url()),
        title(item, inner),
        nitf.exists() ? inner.text() : text(content(item)),
        published(item, inner),
        tags(item, inner),
        kind(item),
        NewsItem.firstOf(code(item.find("itemMeta/pubStatus")), inner.status()),
        item.find("itemMeta/edNote").text());
  }

  /** Of alternatives the first in English, else the first; markup before plain text. */
  private static XmlElement content(XmlElement item) {
    List<XmlElement> all =
        Stream.of("contentSet/inlineXML", "contentSet/inlineData").flatMap(item::all).toList();
    return all.stream()
        .filter(content -> content.attribute("lang").toLowerCase(Locale.ROOT).startsWith("en"))
        .findFirst()
        .orElse(all.isEmpty() ? item.find("contentSet/inlineXML") : all.get(0));
  }

  /** Inline data is text, in which HTML may be escaped. */
  private static String text(XmlElement content) {
    if (!content.name().equals("inlineData")) {
      return content.text();
    }
    boolean isHtml = content.attribute("contenttype").contains("html");
    return isHtml ? Html.text(content.plainText()) : content.plainText().strip();
  }

  private static String title(XmlElement item, NewsItem inner) {
    return NewsItem.firstOf(
        item.find("contentMeta/headline").text(),
        inner.title(),
        item.find("itemMeta/title").text());
  }

  private static String published(XmlElement item, NewsItem inner) {
    return NewsItem.firstOf(
        item.find("itemMeta/firstCreated").text(),
        item.find("itemMeta/versionCreated").text(),
        item.find("contentMeta/contentCreated").text(),
        inner.published());
  }

  private static List<String> tags(XmlElement item, NewsItem inner) {
    return Stream.of(
            item.all("contentMeta/subject").map(NewsMl::subject),
            item.all("contentMeta/keyword").map(XmlElement::text),
            inner.tags().stream())
        .flatMap(tags -> tags)
        .filter(tag -> !tag.isBlank())
        .toList();
  }

  private static String subject(XmlElement subject) {
    return SubjectCode.tag(
        NewsItem.firstOf(code(subject), subject.attribute("literal")),
        "",
        subject.find("name").text());
  }

  private static String code(XmlElement concept) {
    return NewsItem.firstOf(concept.attribute("qcode"), concept.attribute("uri"));
  }

  private static String kind(XmlElement item) {
    return NewsItem.firstOf(code(item.find("itemMeta/itemClass")), item.name());
  }
}

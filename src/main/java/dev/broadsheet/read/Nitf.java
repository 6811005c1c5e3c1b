package dev.broadsheet.read;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** News Industry Text Format 3.x (IPTC), with or without its namespace. */
final class Nitf {

  /** What agencies write to editors when they kill an item, in {@code ed-msg}. */
  private static final Pattern KILL =
      Pattern.compile(
          "\\W*(?:editors?\\W+|eds?\\W+|attention\\W+|mandatory |bulletin |urgent )*"
              + "(?:kill(?:s|ed)?|withdrawn?|withdraws|withdrawal|withheld|cancell?ed|cancels?)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Nitf() {}

  /** The item of an element {@code nitf}. */
  static NewsItem item(XmlElement nitf) {
    XmlElement docdata = nitf.find("head/docdata");
    XmlElement head = nitf.find("body/body.head");
    return new NewsItem(
        docdata.find("doc-id").attribute("id-string"),
        NewsItem.webAddress(nitf.find("head/pubdata").attribute("ex-ref")),
        NewsItem.firstOf(head.find("hedline/hl1").text(), nitf.find("head/title").text()),
        body(nitf).text(),
        published(nitf),
        tags(nitf),
        "",
        status(docdata),
        note(docdata));
  }

  /** The content; all of the body where that is not divided. */
  private static XmlElement body(XmlElement nitf) {
    boolean isDivided = nitf.find("body/body.content").exists();
    return nitf.find(isDivided ? "body/body.content" : "body");
  }

  private static String published(XmlElement nitf) {
    return NewsItem.firstOf(
        nitf.find("head/docdata/date.issue").attribute("norm"),
        nitf.find("head/docdata/date.release").attribute("norm"),
        nitf.find("head/pubdata").attribute("date.publication"),
        nitf.find("body/body.head/dateline/story.date").attribute("norm"));
  }

  private static List<String> tags(XmlElement nitf) {
    return Stream.of(
            nitf.all("head/tobject/tobject.subject").map(Nitf::subject),
            nitf.all("head/docdata/key-list/keyword").map(keyword -> keyword.attribute("key")),
            nitf.all("head/docdata/identified-content/classifier").map(Nitf::classifier))
        .flatMap(tags -> tags)
        .filter(tag -> !tag.isBlank())
        .toList();
  }

  /** The narrowest name goes with the number. */
  private static String subject(XmlElement subject) {
    String name =
        NewsItem.firstOf(
            subject.attribute("tobject.subject.detail"),
            subject.attribute("tobject.subject.matter"),
            subject.attribute("tobject.subject.type"));
    return SubjectCode.ofRefnum(subject.attribute("tobject.subject.refnum"), name);
  }

  private static String classifier(XmlElement classifier) {
    return SubjectCode.tag(
        classifier.attribute("value"), classifier.attribute("type"), classifier.text());
  }

  /**
   * The item's own status; else that of the item which it is a notice about; else "kill" if a
   * message to editors says so.
   */
  private static String status(XmlElement docdata) {
    boolean isKill = docdata.all("ed-msg").anyMatch(Nitf::isKill);
    String own = docdata.attribute("management-status");
    String other = docdata.attribute("management-idref-status");
    boolean isUsable = own.isEmpty() || own.equals("usable");
    return isUsable ? NewsItem.firstOf(isKill ? "kill" : "", other, own) : own;
  }

  private static boolean isKill(XmlElement message) {
    return KILL.matcher(message.attribute("msg-type")).matches()
        || KILL.matcher(message.attribute("info")).matches();
  }

  private static String note(XmlElement docdata) {
    return String.join(
        " ",
        Stream.concat(docdata.all("ed-msg"), docdata.all("correction"))
            .map(message -> message.attribute("info"))
            .filter(info -> !info.isEmpty())
            .toList());
  }
}

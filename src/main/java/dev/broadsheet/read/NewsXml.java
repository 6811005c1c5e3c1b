package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RejectReason;
import java.io.IOException;
import java.util.Set;

/**
 * NITF and NewsML-G2, told apart by the root element. A document is a record, but for a {@code
 * newsMessage}: there, each of its items is one.
 */
final class NewsXml implements RecordParser {

  private static final String MESSAGE = "newsMessage";
  private static final Set<String> G2_ITEMS =
      Set.of(
          "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

  private final XmlReader xml;
  private final Source source;
  private final Format format;
  private boolean started;
  private boolean inItems;
  private boolean done;
  private long number;

  /**
   * @param format XML to take any root element that is known
   */
  NewsXml(Peeked in, Source source, Format format, int limit) {
    this.xml = new XmlReader(in, limit);
    this.source = source;
    this.format = format;
  }

  @Override
  public Incoming next() throws IOException {
    if (!started) {
      started = true;
      xml.nextTag();
      if (!isMessage()) {
        return document();
      }
    }
    return done ? null : nextOfMessage();
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }

  private boolean isMessage() {
    return xml.name().equals(MESSAGE) && format != Format.NITF;
  }

  private Incoming document() throws IOException {
    String root = xml.name();
    boolean isNitf = root.equals("nitf") && format != Format.NEWSML_G2;
    if (!isNitf && (!G2_ITEMS.contains(root) || format == Format.NITF)) {
      throw wrongRoot(root);
    }
    XmlElement element = xml.element();
    xml.end();
    done = true;
    return (isNitf ? Nitf.item(element) : NewsMl.item(element)).at(source.uri());
  }

  /** The next child of an {@code itemSet}; what else a message holds is about its delivery. */
  private Incoming nextOfMessage() throws IOException {
    while (true) {
      boolean opens = xml.nextTag();
      if (opens && inItems) {
        return NewsMl.item(xml.element()).at(source.record(++number));
      } else if (opens && xml.name().equals("itemSet")) {
        inItems = true;
      } else if (opens) {
        xml.element();
      } else if (inItems) {
        inItems = false;
      } else {
        xml.end();
        done = true;
        return null;
      }
    }
  }

  private BadFile wrongRoot(String root) {
    return new BadFile(
        RejectReason.NOT_TEXT,
        "The root element is <"
            + root
            + ">; expected nitf, newsItem, newsMessage or another of NewsML-G2"
            + (format == Format.XML ? "" : ", as --format " + format.label() + " says")
            + ". Give the file the extension of its format, or take it out.",
        null);
  }
}

package dev.broadsheet.read;

import dev.broadsheet.article.RejectReason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.UnsupportedCharsetException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;

/**
 * Pulls elements out of an XML document, one at a time and whole. Nothing is fetched: a DOCTYPE is
 * skipped. Entities are those of XML and HTML; those that a DOCTYPE declares are an error, so none
 * expands. Elements are bounded in bytes and depth. One thread.
 */
final class XmlReader implements Closeable {

  private static final int MAX_DEPTH = 200;

  /** Only read from here on; the readers it makes are not used twice, so threads share it. */
  private static final XMLInputFactory FACTORY = factory();

  private final Peeked file;
  private final Metered in;
  private final int limit;
  private XMLStreamReader xml;
  private int depth;

  XmlReader(Peeked file, int limit) {
    this.file = file;
    this.in = new Metered(new Filled(file));
    this.limit = limit;
  }

  /**
   * Moves to the next tag that opens an element or closes one, and says whether it opens one.
   *
   * @throws BadFile if the document is not well-formed up to there
   */
  boolean nextTag() throws IOException {
    int event = next();
    while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.END_DOCUMENT) {
        throw malformed("it ends too early");
      }
      event = next();
    }
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /** The name of the element whose tag was reached. */
  String name() {
    return xml.getLocalName();
  }

  /** The element whose opening tag was reached, moving to its closing tag. */
  XmlElement element() throws IOException {
    in.allow(limit);
    XmlElement element = opened();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      add(element, event);
    }
    return element;
  }

  /** Reads what follows the root: comments at most. */
  void end() throws IOException {
    while (next() != XMLStreamConstants.END_DOCUMENT) {
      // until the end is reached, or a fault
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private XmlElement opened() {
    XmlElement element = new XmlElement(xml.getLocalName());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      element.setAttribute(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return element;
  }

  private void add(XmlElement parent, int event) throws IOException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> parent.add(child());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          parent.add(xml.getText());
      case XMLStreamConstants.ENTITY_REFERENCE -> parent.add(entity(xml.getLocalName()));
      default -> {
        // comments and processing instructions are no content
      }
    }
  }

  private XmlElement child() throws IOException {
    if (++depth > MAX_DEPTH) {
      throw malformed("its elements are nested deeper than " + MAX_DEPTH);
    }
    XmlElement child = opened();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      add(child, event);
    }
    depth--;
    return child;
  }

  private String entity(String name) throws IOException {
    String value = Entities.getByName(name);
    if (value.isEmpty()) {
      throw malformed(
          "it uses the entity \"" + name + "\", and declared entities are not expanded");
    }
    return value;
  }

  /** The document is opened by the first call: what is wrong with its start is a fault, too. */
  private int next() throws IOException {
    try {
      if (xml == null) {
        in.allow(limit);
        xml = FACTORY.createXMLStreamReader(decoded());
      }
      return xml.next();
    } catch (XMLStreamException e) {
      throw fault(e);
    } catch (UnsupportedCharsetException e) {
      throw malformed("it declares the encoding " + e.getCharsetName() + ", which is not known");
    } catch (RuntimeException e) {
      throw malformed("the JDK's parser gives up (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Decoded here, since the parser prints to the console what is wrong with an encoding. */
  private Reader decoded() throws IOException {
    Charset charset = XmlCharset.of(file.start());
    in.skipNBytes(Encoding.markLength(file.start()));
    return new InputStreamReader(
        in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
  }

  /** The JDK's own, whatever the class path holds: its settings are known to be obeyed. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /** The parser's own message is in the language of the default locale, so it is left out. */
  private IOException fault(XMLStreamException e) {
    if (e.getNestedException() instanceof CharacterCodingException) {
      return new BadFile(
          RejectReason.INVALID_ENCODING,
          "Bytes are not in the encoding that the XML declares (UTF-8 if it declares none); convert"
              + " the file to UTF-8.",
          start());
    }
    return e.getNestedException() instanceof IOException cause
        ? cause
        : malformed("it is not well-formed" + where(e));
  }

  private static String where(XMLStreamException e) {
    return e.getLocation() == null || e.getLocation().getLineNumber() < 0
        ? ""
        : " at line "
            + e.getLocation().getLineNumber()
            + ", column "
            + e.getLocation().getColumnNumber();
  }

  private BadFile malformed(String what) {
    return new BadFile(
        RejectReason.MALFORMED_RECORD, "The XML cannot be read: " + what + ". Mend it.", start());
  }

  private String start() {
    return Decoder.lenient(file.start(), 0, file.start().length);
  }
}

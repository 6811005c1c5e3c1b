package dev.broadsheet.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An element of an XML document, known by its local name: agencies bind the news formats'
 * namespaces to any prefix, or to none. Written by {@link XmlReader}, then only read.
 */
final class XmlElement {

  /** Stands for an element that is not there: no attributes, no content. */
  private static final XmlElement NONE = new XmlElement("");

  private final String name;
  private final Map<String, String> attributes = new HashMap<>();

  /** Strings and elements, in order. */
  private final List<Object> content = new ArrayList<>();

  XmlElement(String name) {
    this.name = name;
  }

  void setAttribute(String attribute, String value) {
    attributes.put(attribute, value);
  }

  void add(XmlElement child) {
    content.add(child);
  }

  void add(String text) {
    content.add(text);
  }

  String name() {
    return name;
  }

  boolean exists() {
    return this != NONE;
  }

  /** The value; empty if there is none. */
  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "").strip();
  }

  /**
   * The first element at a path of names such as {@code head/docdata}; one that is empty if none.
   */
  XmlElement find(String path) {
    return all(path).findFirst().orElse(NONE);
  }

  /** All elements at a path of names, in order. */
  Stream<XmlElement> all(String path) {
    Stream<XmlElement> found = Stream.of(this);
    for (String step : path.split("/", -1)) {
      found = found.flatMap(element -> element.children().filter(child -> child.name.equals(step)));
    }
    return found;
  }

  Stream<XmlElement> children() {
    return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
  }

  /** The text in it, as paragraphs; empty if there is none. */
  String text() {
    Paragraphs text = new Paragraphs();
    tellContent(text);
    return text.text();
  }

  /** The text that stands in it directly, with its line breaks. */
  String plainText() {
    return content.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.joining());
  }

  /** Its depth is bounded by the reader. */
  private void tellContent(Paragraphs out) {
    for (Object part : content) {
      if (part instanceof XmlElement child) {
        out.open(child.name);
        child.tellContent(out);
        out.close(child.name);
      } else {
        out.text((String) part);
      }
    }
  }
}

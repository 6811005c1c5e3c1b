package dev.broadsheet.topics.train;

import java.io.Serializable;
import java.util.List;

/**
 * A document to learn from.
 *
 * @param id unique within its source
 * @param source the plan's name of where it comes from
 * @param title empty if there is none
 * @param text empty if there is none
 * @param labels as the source gives them; null if nobody read it
 */
public record LabelledDocument(
    String id, String source, String title, String text, List<String> labels)
    implements Serializable {

  public LabelledDocument {
    labels = labels == null ? null : List.copyOf(labels);
  }

  /** The same with the labels that readers gave. */
  LabelledDocument labelled(ReadLabels readings) {
    return new LabelledDocument(id, source, title, text, readings.of(id));
  }
}

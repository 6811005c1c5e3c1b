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
 * @param labels as the source gives them
 */
public record LabelledDocument(
    String id, String source, String title, String text, List<String> labels)
    implements Serializable {

  public LabelledDocument {
    labels = List.copyOf(labels);
  }
}

package dev.broadsheet.evaluate;

import java.util.Map;
import java.util.Set;

/**
 * A document's topics as a model gave them, beside those that it has.
 *
 * @param id of the document
 * @param source slice that the document belongs to
 * @param words the length of its text
 * @param probabilities of each topic that was asked for, by code
 * @param given codes that reached their thresholds
 * @param truth codes that the document has
 */
public record Judged(
    String id,
    String source,
    int words,
    Map<String, Double> probabilities,
    Set<String> given,
    Set<String> truth) {

  public Judged {
    probabilities = Map.copyOf(probabilities);
    given = Set.copyOf(given);
    truth = Set.copyOf(truth);
  }
}

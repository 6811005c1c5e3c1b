package dev.broadsheet.evaluate;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A document's topics as a model gave them, beside those that it has.
 *
 * @param id of the document
 * @param source slice that the document belongs to
 * @param words the length of its text
 * @param probabilities by code, of known topics, as far as the model told them
 * @param given known codes that reached their thresholds
 * @param truth codes that the document has
 * @param known codes of which it is known whether the document has them; no others are judged
 */
public record Judged(
    String id,
    String source,
    int words,
    Map<String, Double> probabilities,
    Set<String> given,
    Set<String> truth,
    Set<String> known)
    implements Serializable {

  public Judged {
    probabilities = Map.copyOf(probabilities);
    given = Set.copyOf(given);
    truth = Set.copyOf(truth);
    known = Set.copyOf(known);
  }

  /** A document of which all is known: what its truth does not have is not there. */
  public Judged(
      String id,
      String source,
      int words,
      Map<String, Double> probabilities,
      Set<String> given,
      Set<String> truth) {
    this(id, source, words, probabilities, given, truth, all(probabilities.keySet(), given, truth));
  }

  private static Set<String> all(Set<String> first, Set<String> second, Set<String> third) {
    Set<String> all = new HashSet<>(first);
    all.addAll(second);
    all.addAll(third);
    return all;
  }
}

package dev.broadsheet.evaluate;

import dev.broadsheet.summary.ProblemCheck.Checked;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well the model tells which sentences readers find a problem in.
 *
 * @param readings sentences that both judged
 * @param withProblem those in which the reader found a problem
 * @param flagged those that the model would not take after a gap
 * @param precision share of the flagged with a problem
 * @param recall share of those with a problem that are flagged
 * @param recallByKind the same by the reader's letter: {@code c} and {@code i} coreference without
 *     and with a wrong antecedent, {@code d} discourse, {@code m} misleading, {@code j} junk
 */
public record ProblemScores(
    int readings,
    int withProblem,
    int flagged,
    double precision,
    double recall,
    SortedMap<String, Double> recallByKind) {

  private static final List<String> KINDS = List.of("c", "i", "d", "m", "j");

  /** Scores what both judged. */
  static ProblemScores of(List<Checked> checked) {
    List<Checked> problems = checked.stream().filter(c -> c.reading().isProblem()).toList();
    List<Checked> flagged = checked.stream().filter(Checked::isFlagged).toList();
    long hits = problems.stream().filter(Checked::isFlagged).count();
    SortedMap<String, Double> recalls = new TreeMap<>();
    for (String kind : KINDS) {
      recalls.put(kind, recall(problems, kind));
    }
    return new ProblemScores(
        checked.size(),
        problems.size(),
        flagged.size(),
        share(hits, flagged.size()),
        share(hits, problems.size()),
        recalls);
  }

  private static double recall(List<Checked> problems, String kind) {
    List<Checked> some =
        problems.stream().filter(c -> c.reading().problems().contains(kind)).toList();
    return share(some.stream().filter(Checked::isFlagged).count(), some.size());
  }

  private static double share(long part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** A line for people. */
  String text() {
    return String.format(
        Locale.ROOT,
        "problems that readers found in %d of %d sentences: precision %.2f, recall %.2f, by kind"
            + " %s%n",
        withProblem,
        readings,
        precision,
        recall,
        recallByKind);
  }
}

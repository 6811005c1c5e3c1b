package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Feature;
import java.util.ArrayList;
import java.util.List;

/** The rows whose target for one topic is known, in the examples' order. */
record TopicTargets(List<Feature[]> rows, List<Boolean> truth) {

  TopicTargets() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  void add(Feature[] row, boolean isPositive) {
    rows.add(row);
    truth.add(isPositive);
  }

  /** These and those. */
  TopicTargets and(TopicTargets others) {
    TopicTargets all = new TopicTargets(new ArrayList<>(rows), new ArrayList<>(truth));
    all.rows.addAll(others.rows);
    all.truth.addAll(others.truth);
    return all;
  }

  boolean isMixed() {
    return truth.contains(true) && truth.contains(false);
  }

  int positives() {
    return (int) truth.stream().filter(positive -> positive).count();
  }

  int negatives() {
    return truth.size() - positives();
  }
}

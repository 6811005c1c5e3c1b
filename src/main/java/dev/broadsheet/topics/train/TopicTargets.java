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

  boolean isMixed() {
    return truth.contains(true) && truth.contains(false);
  }
}

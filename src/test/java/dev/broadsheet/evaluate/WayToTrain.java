package dev.broadsheet.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Ways to train on the default plan's sources, each but the first with more than the one before.
 */
enum WayToTrain {

  /** One-vs-rest logistic regression on the sets' own labels: what is not said is a no. */
  NAIVE {
    @Override
    void simplify(ObjectNode plan) {
      LABELS.simplify(plan);
      plan.putArray("rules");
      settings(plan).put("strength", 1);
      plan.path("sources").forEach(source -> tellAll((ObjectNode) source));
    }
  },

  /** Labels where a set can tell, rules where none does. */
  LABELS {
    @Override
    void simplify(ObjectNode plan) {
      TEACHER.simplify(plan);
      settings(plan).put("teacher", false);
    }
  },

  /** And a sentence-embedding teacher for what labels leave open. */
  TEACHER {
    @Override
    void simplify(ObjectNode plan) {
      TEXTS.simplify(plan);
      ArrayNode sources = (ArrayNode) plan.path("sources");
      for (int i = sources.size() - 1; i >= 0; i--) {
        if (!sources.get(i).has("labels")) {
          sources.remove(i);
        }
      }
    }
  },

  /** And texts without labels, and the vocabulary's definitions. */
  TEXTS {
    @Override
    void simplify(ObjectNode plan) {
      settings(plan).put("concatenations", 0);
    }
  },

  /** And long documents joined of short ones. */
  DEFAULT {
    @Override
    void simplify(ObjectNode plan) {}
  };

  /** Takes out of the default plan what this way does without. */
  abstract void simplify(ObjectNode plan);

  private static ObjectNode settings(ObjectNode plan) {
    return (ObjectNode) plan.path("settings");
  }

  private static void tellAll(ObjectNode source) {
    ArrayNode tells = source.putArray("tells");
    for (int top = 1; top <= 17; top++) {
      tells.add("medtop:%02d000000".formatted(top));
    }
    tells.add("medtop:20000638").add("medtop:20000639");
    for (JsonNode meaning : source.path("labels")) {
      ((ObjectNode) meaning).remove("unlikely");
      ((ObjectNode) meaning).remove("unknown");
    }
  }
}

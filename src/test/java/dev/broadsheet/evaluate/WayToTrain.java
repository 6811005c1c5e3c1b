package dev.broadsheet.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Ways to train on the default plan's sources, each but the first and the last with more than the
 * one before.
 */
enum WayToTrain {

  /** One-vs-rest logistic regression on words and bigrams of the read articles. */
  NAIVE {
    @Override
    void simplify(ObjectNode plan) {
      WORDS.simplify(plan);
      settings(plan).put("bigrams", true).put("mostTerms", 150_000);
    }
  },

  /** On words alone. */
  WORDS {
    @Override
    void simplify(ObjectNode plan) {
      LEAD.simplify(plan);
      settings(plan).put("leadWords", 0).put("mostLeadTerms", 0);
    }
  },

  /** And on words of the lead once more. */
  LEAD {
    @Override
    void simplify(ObjectNode plan) {
      CONCEPTS.simplify(plan);
      settings(plan).put("concepts", 0);
    }
  },

  /** And on latent concepts. */
  CONCEPTS {
    @Override
    void simplify(ObjectNode plan) {
      ArrayNode sources = (ArrayNode) plan.path("sources");
      for (int i = sources.size() - 1; i >= 0; i--) {
        JsonNode source = sources.get(i);
        if (!source.has("readings")) {
          sources.remove(i);
        }
      }
    }
  },

  /** And from short texts and the vocabulary's definitions, with little weight. */
  DEFAULT {
    @Override
    void simplify(ObjectNode plan) {}
  },

  /** The same, with larger weights for briefs. */
  STRONGER_BRIEFS {
    @Override
    void simplify(ObjectNode plan) {
      settings(plan).put("briefStrength", 20);
    }
  };

  /** Takes out of the default plan what this way does without, or changes it. */
  abstract void simplify(ObjectNode plan);

  private static ObjectNode settings(ObjectNode plan) {
    return (ObjectNode) plan.path("settings");
  }
}

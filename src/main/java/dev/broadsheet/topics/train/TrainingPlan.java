package dev.broadsheet.topics.train;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to train from: the JSON configuration of a model.
 *
 * @param name the model's
 * @param taxonomy a taxonomy's JSON file; null for the Media Topics that come with Broadsheet
 * @param seed of all that is random
 * @param sources where documents come from
 * @param rules for topics that no source labels
 * @param settings of the fit
 */
public record TrainingPlan(
    String name,
    String taxonomy,
    long seed,
    List<Source> sources,
    List<Rule> rules,
    Settings settings)
    implements Serializable {

  private static final ObjectMapper JSON = new ObjectMapper();

  public TrainingPlan {
    sources = List.copyOf(sources);
    rules = rules == null ? List.of() : List.copyOf(rules);
    settings = settings == null ? Settings.DEFAULT : settings;
  }

  /**
   * A source and what it can tell.
   *
   * @param input JSON Lines, plain or gzip'd, relative to the project
   * @param labelField the records' field that holds their labels; null for {@code labels}
   * @param tells topics that a labelled document is not on, unless its labels say otherwise
   * @param labels what each label means, a document without any of these tells nothing; null if
   *     labels are the taxonomy's codes
   * @param weight how many times each document counts; null for once
   * @param attribution whose work it is, and its licence, for the model card; null if not said
   */
  public record Source(
      String name,
      String input,
      String labelField,
      List<String> tells,
      Map<String, Meaning> labels,
      Integer weight,
      String attribution)
      implements Serializable {

    public Source {
      labelField = labelField == null ? "labels" : labelField;
      tells = List.copyOf(tells);
      labels = labels == null ? null : Map.copyOf(labels);
      weight = weight == null ? 1 : weight;
    }
  }

  /**
   * What a label says.
   *
   * @param positive topics of every document under it, besides their parents
   * @param unlikely topics that documents under it may have besides, but rarely do
   * @param unknown topics that documents under it may or may not have
   */
  public record Meaning(List<String> positive, List<String> unlikely, List<String> unknown)
      implements Serializable {

    public Meaning {
      positive = List.copyOf(positive);
      unlikely = unlikely == null ? List.of() : List.copyOf(unlikely);
      unknown = unknown == null ? List.of() : List.copyOf(unknown);
    }
  }

  /**
   * A labelling rule: noisy training labels for a topic, never a classifier.
   *
   * @param phrases any of these, case aside, makes a document a positive one
   * @param otherwise the name of a group of topics that exclude each other; null if there is none
   */
  public record Rule(String topic, List<String> phrases, String otherwise) implements Serializable {

    public Rule {
      phrases = List.copyOf(phrases);
    }
  }

  /**
   * How to fit.
   *
   * @param leastDocuments terms in fewer are left out
   * @param mostTerms how many terms the model keeps, the commonest first
   * @param strength as liblinear's C: small means small weights
   * @param concatenations long documents made for each short one; 0 for none
   * @param teacher whether a sentence encoder teaches
   * @param precisionFloor what a topic's threshold must reach on held-back documents
   */
  public record Settings(
      int leastDocuments,
      int mostTerms,
      double strength,
      double concatenations,
      boolean teacher,
      double precisionFloor)
      implements Serializable {

    static final Settings DEFAULT = new Settings(2, 120_000, 2, 0, false, 0.6);
  }

  /**
   * Reads a plan.
   *
   * @throws IOException naming the file if it is no plan
   */
  public static TrainingPlan read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readAllBytes(file), TrainingPlan.class);
    } catch (JacksonException e) {
      throw new IOException(file + " is no training plan: " + e.getOriginalMessage(), e);
    }
  }
}

package dev.broadsheet.topics.train;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What to train from: the JSON configuration of a model.
 *
 * @param name the model's
 * @param taxonomy a taxonomy's JSON file; null for the Media Topics that come with Broadsheet
 * @param seed of all that is random
 * @param sources where documents come from
 * @param settings of the fit
 */
public record TrainingPlan(
    String name, String taxonomy, long seed, List<Source> sources, Settings settings)
    implements Serializable {

  private static final ObjectMapper JSON = new ObjectMapper();

  public TrainingPlan {
    sources = List.copyOf(sources);
  }

  /**
   * A source and what it can tell.
   *
   * @param input JSON Lines, plain or gzip'd, relative to the project
   * @param readings who read which of the documents; null if the documents hold their labels
   * @param labelField the records' field that holds their labels; null for {@code labels}
   * @param tells topics that a labelled document is not on, unless its labels say otherwise; null
   *     for none
   * @param labels what each label means, a document without any of these tells nothing; null if
   *     labels are the taxonomy's codes
   * @param calibrates whether probabilities and thresholds are set by its documents; if no source
   *     does, by all that are labelled
   * @param weight how much each document counts in the fit; null for 1
   * @param attribution whose work it is, and its licence, for the model card; null if not said
   */
  public record Source(
      String name,
      String input,
      Readings readings,
      String labelField,
      List<String> tells,
      Map<String, Meaning> labels,
      boolean calibrates,
      Float weight,
      String attribution)
      implements Serializable {

    public Source {
      labelField = labelField == null ? "labels" : labelField;
      tells = tells == null ? List.of() : List.copyOf(tells);
      labels = labels == null ? null : Map.copyOf(labels);
      weight = weight == null ? 1f : weight;
    }

    /** The same source, which can tell of these topics. */
    Source telling(List<String> topics) {
      return new Source(
          name, input, readings, labelField, topics, labels, calibrates, weight, attribution);
    }
  }

  /**
   * Labels by reading, kept apart from the texts and complete over a code book: a code that is not
   * given is a no. A source's documents that nobody read teach no topic.
   *
   * @param files JSON Lines of {@code id} with {@code main} and {@code also}, or {@code topics}; a
   *     document has the codes of all its lines
   * @param codeBook a JSON file: lists of codes by any names, all of them together
   * @param prefix of codes that lack it, such as {@code medtop:}; null for none
   */
  public record Readings(List<String> files, String codeBook, String prefix)
      implements Serializable {

    public Readings {
      Objects.requireNonNull(codeBook, "codeBook of readings is missing");
      prefix = prefix == null ? "" : prefix;
      files = List.copyOf(files);
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
   * How to fit.
   *
   * @param bigrams whether two words that follow each other are terms, too
   * @param leastDocuments terms in fewer are left out
   * @param mostTerms how many terms the model keeps, the commonest first
   * @param leadWords how many of the first words are looked at once more; 0 for none
   * @param mostLeadTerms how many terms of these it keeps
   * @param leadWeight the length of their vector
   * @param mostBriefTerms how many terms of briefs it keeps: of texts without a word beyond the
   *     lead, from sources that nobody read
   * @param concepts how many of the latent concepts are learned from; 0 for none
   * @param conceptWeight what their values are multiplied by
   * @param strength as liblinear's C: small means small weights
   * @param briefStrength the same of briefs
   * @param epochs how often the fit goes over each document
   * @param leastPositives a topic with fewer documents is left out
   * @param precisionFloor what a topic's threshold must reach on documents the fit had not seen
   */
  public record Settings(
      boolean bigrams,
      int leastDocuments,
      int mostTerms,
      int leadWords,
      int mostLeadTerms,
      double leadWeight,
      int mostBriefTerms,
      int concepts,
      double conceptWeight,
      double strength,
      double briefStrength,
      int epochs,
      int leastPositives,
      double precisionFloor)
      implements Serializable {}

  /**
   * Reads a plan.
   *
   * @throws IOException naming the file if it is no plan
   */
  public static TrainingPlan read(Path file) throws IOException {
    try {
      TrainingPlan plan = JSON.readValue(Files.readAllBytes(file), TrainingPlan.class);
      if (plan.settings() == null) {
        throw new IOException(file + " is no training plan: settings is missing");
      }
      return plan;
    } catch (JacksonException e) {
      throw new IOException(file + " is no training plan: " + e.getOriginalMessage(), e);
    }
  }
}

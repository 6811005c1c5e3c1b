package dev.broadsheet.spark;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.topics.train.Example;
import dev.broadsheet.topics.train.ExampleMaker;
import dev.broadsheet.topics.train.LabelTaxonomy;
import dev.broadsheet.topics.train.LabelTrainer;
import dev.broadsheet.topics.train.LabelledDocument;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a task, or all of them, read for a training: documents with labels, and how many records
 * taught nothing.
 *
 * @param unreadable records that no article could be made of
 * @param unlabelled records without labels, or with none that is known
 * @param empty records with labels but no text
 */
record TrainingDocuments(List<Example> examples, long unreadable, long unlabelled, long empty)
    implements Serializable {

  /** Reads a task's records. */
  static TrainingDocuments read(Iterator<Incoming> records, LabelTaxonomy labels)
      throws IOException {
    ExampleMaker maker = new ExampleMaker(Models.bundled().segmenter());
    List<Example> examples = new ArrayList<>();
    long[] left = new long[3];
    while (records.hasNext()) {
      if (!(records.next() instanceof RawArticle article)) {
        left[0]++;
      } else if (!labels.knows(article.tags())) {
        left[1]++;
      } else if (isEmpty(article)) {
        left[2]++;
      } else {
        examples.add(maker.make(document(article)));
      }
    }
    return new TrainingDocuments(examples, left[0], left[1], left[2]);
  }

  /** All tasks' documents in an order that does not depend on the tasks: by id, then by content. */
  static TrainingDocuments of(List<TrainingDocuments> parts) {
    List<Example> examples = new ArrayList<>();
    parts.forEach(part -> examples.addAll(part.examples()));
    examples.sort(Comparator.comparing(Example::id).thenComparing(Example::contentHash));
    return new TrainingDocuments(
        examples,
        parts.stream().mapToLong(TrainingDocuments::unreadable).sum(),
        parts.stream().mapToLong(TrainingDocuments::unlabelled).sum(),
        parts.stream().mapToLong(TrainingDocuments::empty).sum());
  }

  /** For the model card. */
  Map<String, Object> counts() {
    return new TreeMap<>(
        Map.of(
            "records_unreadable", unreadable,
            "records_without_known_labels", unlabelled,
            "records_without_text", empty));
  }

  private static boolean isEmpty(RawArticle article) {
    return (article.title() == null || article.title().isBlank())
        && (article.text() == null || article.text().isBlank());
  }

  private static LabelledDocument document(RawArticle article) {
    return new LabelledDocument(
        article.id() == null ? article.sourceUri() : article.id(),
        LabelTrainer.SOURCE,
        article.title() == null ? "" : article.title(),
        article.text() == null ? "" : article.text(),
        article.tags());
  }
}

package dev.broadsheet.topics.train;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import dev.broadsheet.topics.NGrams;
import dev.broadsheet.topics.Taxonomy;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes documents examples. Holds buffers: one thread at a time. */
public final class ExampleMaker {

  /** Of a longer text, terms are taken from here on no more. */
  private static final int MOST_CHARACTERS = 60_000;

  private final Segmenter segmenter;
  private final LabellingRules rules;
  private final WindowEncoder encoder;
  private final Map<String, LabelMap> labelMaps = new HashMap<>();
  private final NGrams grams = new NGrams();

  /**
   * A maker for the plan's sources.
   *
   * @param encoder null if the plan has no teacher
   */
  public ExampleMaker(
      TrainingPlan plan, Taxonomy taxonomy, SegmenterModels models, SentenceEncoder encoder) {
    segmenter = new Segmenter(models);
    rules = new LabellingRules(plan.rules(), taxonomy);
    this.encoder = encoder == null ? null : new WindowEncoder(encoder);
    for (TrainingPlan.Source source : plan.sources()) {
      labelMaps.put(source.name(), new LabelMap(source, taxonomy, rules));
    }
  }

  /** A maker of examples without targets, from documents of any source. */
  public ExampleMaker(SegmenterModels models) {
    segmenter = new Segmenter(models);
    rules = null;
    encoder = null;
  }

  /** The document's terms, targets and embedding. */
  public Example make(LabelledDocument document) {
    String text = document.text();
    SegmentedText title = segmenter.segment(document.title());
    SegmentedText body =
        segmenter.segment(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
    BitSet hints = new BitSet();
    grams.clear();
    for (SegmentedText part : List.of(title, body)) {
      grams.add(part);
      if (rules != null) {
        rules.match(part, hints);
      }
    }
    byte[] targets =
        rules == null
            ? new byte[0]
            : labelMaps.get(document.source()).targets(document.labels(), hints);
    float[] embedding = encoder == null ? null : encoder.encode(title, body);
    return example(document, targets, embedding);
  }

  private Example example(LabelledDocument document, byte[] targets, float[] embedding) {
    long[] all = new long[grams.size()];
    Arrays.setAll(all, grams::term);
    Arrays.sort(all);
    long[] terms = Arrays.stream(all).distinct().toArray();
    int[] counts = new int[terms.length];
    for (int i = 0, term = 0; i < all.length; i++) {
      term += all[i] == terms[term] ? 0 : 1;
      counts[term]++;
    }
    return new Example(
        document.id(),
        document.source(),
        document.labels(),
        terms,
        counts,
        targets,
        embedding,
        Example.hash(document.id()) % 10 == 0);
  }
}

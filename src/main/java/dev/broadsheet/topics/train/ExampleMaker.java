package dev.broadsheet.topics.train;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import dev.broadsheet.topics.NGrams;
import dev.broadsheet.topics.Taxonomy;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Makes documents examples. Holds buffers: one thread at a time. */
public final class ExampleMaker {

  private final Segmenter segmenter;
  private final LabellingRules rules;
  private final Map<String, LabelMap> labelMaps = new HashMap<>();
  private final NGrams grams = new NGrams();

  public ExampleMaker(TrainingPlan plan, Taxonomy taxonomy, SegmenterModels models) {
    segmenter = new Segmenter(models);
    rules = new LabellingRules(plan.rules(), taxonomy);
    for (TrainingPlan.Source source : plan.sources()) {
      labelMaps.put(source.name(), new LabelMap(source, taxonomy, rules));
    }
  }

  /** The document's terms and targets. */
  public Example make(LabelledDocument document) {
    BitSet hints = new BitSet();
    grams.clear();
    for (String part : new String[] {document.title(), document.text()}) {
      SegmentedText text = segmenter.segment(part);
      grams.add(text);
      rules.match(text, hints);
    }
    byte[] targets = labelMaps.get(document.source()).targets(document.labels(), hints);
    return example(document, targets);
  }

  private Example example(LabelledDocument document, byte[] targets) {
    long[] all = new long[grams.size()];
    Arrays.setAll(all, grams::term);
    Arrays.sort(all);
    long[] terms = Arrays.stream(all).distinct().toArray();
    int[] counts = new int[terms.length];
    for (int i = 0, term = 0; i < all.length; i++) {
      term += all[i] == terms[term] ? 0 : 1;
      counts[term]++;
    }
    return new Example(document.id(), document.source(), terms, counts, targets);
  }
}

package dev.broadsheet.topics.train;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import dev.broadsheet.topics.NGrams;
import dev.broadsheet.topics.Taxonomy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes documents examples. Holds buffers: one thread at a time. */
public final class ExampleMaker {

  /** Of a longer text, terms are taken from here on no more. */
  private static final int MOST_CHARACTERS = 60_000;

  /** Copies of a text begin with the same words, so many at least. */
  private static final int OPENING = 8;

  private final Segmenter segmenter;
  private final NGrams grams;
  private final Map<String, LabelMap> labelMaps = new HashMap<>();

  /** A maker for the plan's sources. */
  public ExampleMaker(TrainingPlan plan, Taxonomy taxonomy, SegmenterModels models) {
    segmenter = new Segmenter(models);
    grams = new NGrams(plan.settings().bigrams(), plan.settings().leadWords());
    for (TrainingPlan.Source source : plan.sources()) {
      labelMaps.put(source.name(), new LabelMap(source, taxonomy));
    }
  }

  /** A maker of examples without targets, from documents of any source: words and bigrams. */
  public ExampleMaker(SegmenterModels models) {
    segmenter = new Segmenter(models);
    grams = new NGrams(true, 0);
  }

  /** The document's terms and targets. */
  public Example make(LabelledDocument document) {
    String text = document.text();
    SegmentedText title = segmenter.segment(document.title());
    grams.clear();
    grams.add(title);
    int titleSize = grams.size();
    grams.add(segmenter.segment(text.substring(0, Math.min(text.length(), MOST_CHARACTERS))));
    boolean isRead = document.labels() != null;
    return new Example(
        document.id(),
        document.source(),
        isRead ? document.labels() : List.of(),
        TermCounts.of(grams, grams.size()),
        TermCounts.of(grams, grams.leadSize()),
        grams.isBrief(),
        opening(titleSize),
        targets(document));
  }

  private byte[] targets(LabelledDocument document) {
    LabelMap labels = labelMaps.get(document.source());
    return labels == null ? new byte[0] : labels.targets(document.labels());
  }

  private int opening(int begin) {
    int hash = 1;
    for (int i = begin; i < Math.min(begin + OPENING, grams.size()); i++) {
      hash = 31 * hash + Long.hashCode(grams.term(i));
    }
    return hash;
  }
}

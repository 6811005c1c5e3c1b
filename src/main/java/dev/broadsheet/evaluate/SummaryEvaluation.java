package dev.broadsheet.evaluate;

import dev.broadsheet.article.Summary;
import dev.broadsheet.pipeline.Fingerprint;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import dev.broadsheet.segment.Stems;
import dev.broadsheet.segment.Terms;
import dev.broadsheet.summary.Budget;
import dev.broadsheet.summary.Example;
import dev.broadsheet.summary.ProblemCheck;
import dev.broadsheet.summary.RankerModel;
import dev.broadsheet.summary.Reading;
import dev.broadsheet.summary.Summarizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Scores Broadsheet's summaries and those of every {@link Baseline} against summaries that people
 * wrote, at three sentences and at 70 words. One thread.
 */
public final class SummaryEvaluation {

  /** Begins the names of Broadsheet's rows. */
  static final String OURS = "broadsheet, ";

  private static final int SENTENCES = 3;
  private static final int WORDS = 70;

  private final Segmenter segmenter;
  private final RankerModel model;
  private final Rouge plain = Rouge.plain();
  private final Rouge stemmed;
  private final Map<String, SummaryScores> scores = new LinkedHashMap<>();

  private SummaryEvaluation(RankerModel model) throws IOException {
    this.segmenter = new Segmenter(SegmenterModels.load());
    this.model = model;
    Stems stems = new Stems();
    this.stemmed = new Rouge(stems::of);
  }

  /**
   * Scores all methods on a file of {@link Example}s.
   *
   * @param readings what readers said of sentences of these articles; null if nobody did
   * @throws IOException if a file cannot be read, or an article has neither summary nor readings
   */
  public static SummaryReport run(Path in, Path readings, RankerModel model) throws IOException {
    SummaryEvaluation evaluation = new SummaryEvaluation(model);
    List<Example> all = Example.read(in);
    if (readings == null) {
      requireSummaries(in, all);
    }
    List<Example> examples = all.stream().filter(e -> !e.highlights().isEmpty()).toList();
    evaluation.add(examples, Budget.ofSentences(SENTENCES), SENTENCES + " sentences");
    evaluation.add(examples, Budget.ofWords(WORDS), WORDS + " words");
    List<SummaryReport.Row> rows = new ArrayList<>();
    evaluation.scores.forEach((name, method) -> rows.add(method.row(name)));
    ProblemScores problems =
        readings == null
            ? null
            : ProblemScores.of(ProblemCheck.check(model, all, Reading.read(readings)));
    return new SummaryReport(name(in), examples.size(), hash(examples), rows, problems);
  }

  private static void requireSummaries(Path in, List<Example> all) throws IOException {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).highlights().isEmpty()) {
        throw new IOException(
            in
                + " line "
                + (i + 1)
                + ": expected a text and a summary, both strings; texts without one need --readings.");
      }
    }
  }

  private static String hash(List<Example> examples) {
    Fingerprint hash = new Fingerprint();
    examples.forEach(example -> hash.add(example.text()).add(example.highlights().toString()));
    return hash.hex();
  }

  /** The file's name and its folder's: sets are folders. */
  private static String name(Path in) {
    Path full = in.toAbsolutePath();
    return full.getParent().getFileName() + "/" + full.getFileName();
  }

  private void add(List<Example> examples, Budget budget, String name) {
    Summarizer summarizer = new Summarizer(model, budget);
    for (Example example : examples) {
      SegmentedText title = segmenter.segment(example.title());
      SegmentedText body = segmenter.segment(example.text());
      for (Baseline baseline : Baseline.values()) {
        String method = baseline.name().toLowerCase(Locale.ROOT) + ", " + name;
        score(method, cut(baseline, body, budget), example, body);
      }
      score(OURS + name, picks(summarizer.summarize(title, body)), example, body);
      score("oracle, " + name, oracle(example, body, budget), example, body);
    }
  }

  private void score(String method, List<Integer> picks, Example example, SegmentedText body) {
    List<String> text = picks.stream().map(body::sentenceText).toList();
    scores
        .computeIfAbsent(method, name -> new SummaryScores())
        .add(
            plain.score(text, example.highlights()),
            stemmed.score(text, example.highlights()),
            picks.stream().mapToInt(pick -> words(body, pick)).sum());
  }

  private static List<Integer> picks(Summary summary) {
    return summary.sentences().stream().map(Summary.Pick::sentence).toList();
  }

  /** The best sentences until one does not fit, in the text's order; at least one. */
  private static List<Integer> cut(Baseline baseline, SegmentedText body, Budget budget) {
    List<Integer> picks = new ArrayList<>();
    int words = 0;
    for (int sentence : baseline.rank(body)) {
      words += words(body, sentence);
      if (!picks.isEmpty() && !fits(budget, picks.size() + 1, words)) {
        break;
      }
      picks.add(sentence);
    }
    return picks.stream().sorted().toList();
  }

  /**
   * Greedy search for the best ROUGE-1 F1: what an extractive summary could reach, more or less.
   */
  private List<Integer> oracle(Example example, SegmentedText body, Budget budget) {
    List<Integer> picks = new ArrayList<>();
    double value = 0;
    for (int best = 0; best >= 0; ) {
      best = -1;
      for (int i = 0; i < body.sentenceCount(); i++) {
        List<Integer> next = with(picks, i);
        int words = next.stream().mapToInt(pick -> words(body, pick)).sum();
        boolean isNew = next.size() > picks.size() && fits(budget, next.size(), words);
        double nextValue = isNew ? rouge1(example, body, next) : 0;
        best = nextValue > value ? i : best;
        value = Math.max(value, nextValue);
      }
      picks = best < 0 ? picks : with(picks, best);
    }
    return picks;
  }

  private double rouge1(Example example, SegmentedText body, List<Integer> picks) {
    List<String> text = picks.stream().map(body::sentenceText).toList();
    return plain.rouge1(text, example.highlights()).f();
  }

  private static List<Integer> with(List<Integer> picks, int sentence) {
    List<Integer> more = new ArrayList<>(picks);
    if (!more.contains(sentence)) {
      more.add(sentence);
    }
    return more.stream().sorted().toList();
  }

  private static boolean fits(Budget budget, int sentences, int words) {
    return (budget.sentences() == 0 || sentences <= budget.sentences())
        && (budget.words() == 0 || words <= budget.words());
  }

  private static int words(SegmentedText text, int sentence) {
    int words = 0;
    for (int t = text.firstToken(sentence); t < text.endToken(sentence); t++) {
      words += text.term(t) == Terms.NONE ? 0 : 1;
    }
    return words;
  }
}

package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import java.util.Arrays;

/**
 * Picks sentences one after another, within a budget: the first by the ranker's first score, each
 * next by what it adds to the picks so far. A sentence that leans on the one before it is picked
 * after that one or together with it, never alone; a pair counts as the mean of its two. Ties go to
 * the better ranked, then to the earlier sentence. One thread.
 */
final class Selection {

  /** Best ranked sentences that a next pick is chosen from; more made no summary better. */
  private static final int CANDIDATES = 8;

  /** Picks chosen with care; a longer summary goes on by rank. */
  private static final int MOST_CHOSEN = 8;

  /** The highest cosine of two picks. */
  private static final double MOST_ALIKE = 0.6;

  private final RankerModel model;
  private final ArticleView view;
  private final Room room;
  private final References references = new References();
  private final long[] rowKeys = new long[PickFeatures.COUNT];
  private boolean[] gone = new boolean[64];

  Selection(Budget budget, RankerModel model, ArticleView view) {
    this.model = model;
    this.view = view;
    this.room = new Room(budget);
  }

  /** Adds picks to the view's until the budget is used up or no sentence is left to pick. */
  void select(SegmentedText body) {
    int n = body.sentenceCount();
    gone = gone.length < n ? new boolean[n * 2] : gone;
    Arrays.fill(gone, 0, n, false);
    references.read(body);
    room.reset(view.features().wordsOfFirst(n));
    if (room.has(view.rankedCount(), wordsOfRanked())) {
      takeAll();
      return;
    }
    int best = first();
    while (best >= 0 && hasRoom(best) && view.picks().count() < MOST_CHOSEN) {
      takeWithAntecedent(best);
      best = best();
    }
    if (view.picks().count() >= MOST_CHOSEN) {
      takeByRank();
    } else if (view.picks().count() == 0 && view.rankedCount() > 0) {
      take(shortest());
    }
  }

  /**
   * Whether the budget has room for the sentence. If the best does not fit, the summary ends: a
   * worse one that fits would only fill it up.
   */
  private boolean hasRoom(int sentence) {
    return room.has(1, words(sentence));
  }

  /**
   * The best ranked sentence that fits and can stand alone, or a pair that is better than it; else
   * the best that fits; or -1.
   */
  private int first() {
    int fitting = -1;
    int pair = -1;
    for (int rank = 0; rank < view.rankedCount(); rank++) {
      int sentence = view.ranked(rank);
      boolean fits = room.hasWords(words(sentence));
      if (fits && canStand(sentence)) {
        return pair >= 0 && pairScore(pair) > view.score(sentence) ? pair : sentence;
      }
      pair = pair < 0 && canBePaired(sentence) ? sentence : pair;
      fitting = fits && fitting < 0 ? sentence : fitting;
    }
    return pair >= 0 ? pair : fitting;
  }

  private double pairScore(int sentence) {
    return (view.score(sentence - 1) + view.score(sentence)) / 2;
  }

  /** The candidate that adds most to the picks, or -1. */
  private int best() {
    int best = -1;
    double top = Double.NEGATIVE_INFINITY;
    for (int rank = 0, seen = 0; rank < view.rankedCount() && seen < CANDIDATES; rank++) {
      int sentence = view.ranked(rank);
      if (isCandidate(sentence)) {
        double value = value(sentence, rank);
        best = value > top ? sentence : best;
        top = Math.max(top, value);
        seen++;
      }
    }
    double gain = top + model.levels().gain(view.picks().words());
    return gain < 0 && room.isUsedEnough() ? -1 : best;
  }

  private boolean isCandidate(int sentence) {
    return !gone[sentence] && (canStand(sentence) || canBePaired(sentence)) && isNew(sentence);
  }

  /** What a sentence adds, with its antecedent if need be. */
  private double value(int sentence, int rank) {
    double own = model.next().score(view.picks().row(sentence, rank), 0, rowKeys);
    return canStand(sentence) ? own : (own + antecedentValue(sentence - 1)) / 2;
  }

  private double antecedentValue(int antecedent) {
    int rank = 0;
    while (view.ranked(rank) != antecedent) {
      rank++;
    }
    return model.next().score(view.picks().row(antecedent, rank), 0, rowKeys);
  }

  /** Goes on by rank, once through all sentences: a long summary costs no more than that. */
  private void takeByRank() {
    for (int rank = 0; rank < view.rankedCount(); rank++) {
      int sentence = view.ranked(rank);
      if (!gone[sentence] && canStand(sentence) && isNew(sentence)) {
        if (!hasRoom(sentence)) {
          return;
        }
        take(sentence);
      }
    }
  }

  /** Whether the sentence can be understood: by itself, or right after a pick. */
  private boolean canStand(int sentence) {
    return !references.dangles(sentence) || view.picks().contains(sentence - 1);
  }

  /** Whether a sentence that leans could be taken with the one before it. */
  private boolean canBePaired(int sentence) {
    int antecedent = sentence - 1;
    return antecedent >= 0
        && !view.isBarred(antecedent)
        && !gone[antecedent]
        && canStand(antecedent)
        && room.has(2, (long) words(antecedent) + words(sentence))
        && isNew(antecedent);
  }

  /** Whether the sentence is unlike the picks; if not, it never will be. */
  private boolean isNew(int sentence) {
    gone[sentence] = view.picks().likeness(sentence) > MOST_ALIKE;
    return !gone[sentence];
  }

  private void takeWithAntecedent(int sentence) {
    if (!canStand(sentence) && canBePaired(sentence)) {
      take(sentence - 1);
    }
    take(sentence);
  }

  private void take(int sentence) {
    view.picks().add(sentence);
    room.take(words(sentence));
    gone[sentence] = true;
  }

  private void takeAll() {
    for (int rank = 0; rank < view.rankedCount(); rank++) {
      take(view.ranked(rank));
    }
  }

  private int shortest() {
    int shortest = view.ranked(0);
    for (int rank = 1; rank < view.rankedCount(); rank++) {
      int sentence = view.ranked(rank);
      shortest = words(sentence) < words(shortest) ? sentence : shortest;
    }
    return shortest;
  }

  private int words(int sentence) {
    return view.features().words(sentence);
  }

  private long wordsOfRanked() {
    long words = 0;
    for (int rank = 0; rank < view.rankedCount(); rank++) {
      words += words(view.ranked(rank));
    }
    return words;
  }
}

package dev.broadsheet.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * ROUGE-L at summary level: a reference sentence's hits are the union of its longest common
 * subsequences with all sentences of the summary, and no word counts more often than either side
 * has it.
 */
final class UnionLcs {

  private UnionLcs() {}

  static Rouge.Score score(List<String[]> hypothesis, List<String[]> reference) {
    Map<String, Integer> found = count(hypothesis);
    Map<String, Integer> wanted = count(reference);
    int hits = 0;
    for (String[] sentence : reference) {
      boolean[] union = union(sentence, hypothesis);
      for (int i = 0; i < sentence.length; i++) {
        hits += union[i] && takeOne(found, sentence[i]) && takeOne(wanted, sentence[i]) ? 1 : 0;
      }
    }
    return Rouge.Score.of(hits, size(hypothesis), size(reference));
  }

  private static boolean[] union(String[] sentence, List<String[]> hypothesis) {
    boolean[] union = new boolean[sentence.length];
    for (String[] other : hypothesis) {
      mark(sentence, other, table(sentence, other), union);
    }
    return union;
  }

  /** Lengths of the longest common subsequences of all prefixes. */
  private static int[][] table(String[] a, String[] b) {
    int[][] lengths = new int[a.length + 1][b.length + 1];
    for (int i = 1; i <= a.length; i++) {
      for (int j = 1; j <= b.length; j++) {
        lengths[i][j] =
            a[i - 1].equals(b[j - 1])
                ? lengths[i - 1][j - 1] + 1
                : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
      }
    }
    return lengths;
  }

  /** Marks one longest subsequence; of several, the one ROUGE-1.5.5 walks back along. */
  private static void mark(String[] a, String[] b, int[][] lengths, boolean[] marks) {
    for (int i = a.length, j = b.length; i > 0 && j > 0; ) {
      if (a[i - 1].equals(b[j - 1])) {
        marks[--i] = true;
        j--;
      } else if (lengths[i][j - 1] > lengths[i - 1][j]) {
        j--;
      } else {
        i--;
      }
    }
  }

  private static boolean takeOne(Map<String, Integer> counts, String word) {
    int left = counts.getOrDefault(word, 0);
    counts.put(word, left - 1);
    return left > 0;
  }

  private static Map<String, Integer> count(List<String[]> sentences) {
    Map<String, Integer> counts = new HashMap<>();
    for (String[] sentence : sentences) {
      for (String word : sentence) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static int size(List<String[]> sentences) {
    return sentences.stream().mapToInt(sentence -> sentence.length).sum();
  }
}

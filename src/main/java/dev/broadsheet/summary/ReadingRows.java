package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The rows of the sentences that readers judged, in view of the same picks. One thread. */
final class ReadingRows {

  private final ArticleView view;

  ReadingRows(ArticleView view) {
    this.view = view;
  }

  /**
   * Hands on each reading with its row, which is valid until the next. A reading whose sentences
   * the article does not have, as it is cut otherwise today, is left out.
   *
   * @param body the article that the view has read
   */
  void each(SegmentedText body, List<Reading> readings, BiConsumer<Reading, float[]> consumer) {
    Map<String, Integer> sentences = new HashMap<>();
    for (int i = 0; i < body.sentenceCount(); i++) {
      sentences.putIfAbsent(Reading.key(body.sentenceText(i)), i);
    }
    for (Reading reading : readings) {
      if (sentences.containsKey(reading.sentence())
          && sentences.keySet().containsAll(reading.above())) {
        view.start(body);
        reading.above().forEach(key -> view.picks().add(sentences.get(key)));
        int sentence = sentences.get(reading.sentence());
        consumer.accept(reading, view.picks().row(sentence, view.rank(sentence)));
      }
    }
  }
}

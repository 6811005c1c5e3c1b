package dev.broadsheet.summary;

import dev.broadsheet.article.Sentence;
import dev.broadsheet.article.Summary;
import dev.broadsheet.segment.SegmentedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums an article up in sentences of its own. Holds buffers: one thread at a time, so each task
 * makes its own.
 */
public final class Summarizer {

  private final RankerModel model;
  private final ArticleView view = new ArticleView();
  private final Selection selection;

  /**
   * @param model shared by all
   * @param budget the length of every summary
   */
  public Summarizer(RankerModel model, Budget budget) {
    this.model = model;
    this.selection = new Selection(budget, model, view);
  }

  /**
   * The article's summary: ascending sentences of the body within the budget, at least one unless
   * the body has none but boilerplate.
   *
   * @param title empty if there is none
   * @param body the article's text
   * @return never null
   */
  public Summary summarize(SegmentedText title, SegmentedText body) {
    view.read(title, body, model.words(), model.first());
    selection.select(body);
    return summary(body);
  }

  private Summary summary(SegmentedText body) {
    StringBuilder text = new StringBuilder();
    List<Summary.Pick> list = new ArrayList<>();
    for (int sentence : view.picks().ascending()) {
      Sentence place = body.sentence(sentence);
      text.append(text.isEmpty() ? "" : " ");
      text.append(body.text(), body.sentenceBegin(sentence), body.sentenceEnd(sentence));
      list.add(new Summary.Pick(sentence, place.begin(), place.end(), view.score(sentence)));
    }
    return new Summary(text.toString(), list, view.notes());
  }
}

package dev.broadsheet.pipeline;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.Outcome;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.article.Summary;
import dev.broadsheet.article.TopicScore;
import dev.broadsheet.language.LanguageGuess;
import dev.broadsheet.segment.SegmentedText;
import java.util.List;

/**
 * An article on its way: what the steps have made of it so far, each null before its step, until
 * the outcome ends it. One thread.
 */
final class Draft {

  /** Null if what was read is no article. */
  final RawArticle raw;

  Article article;
  LanguageGuess language;
  SegmentedText title;
  SegmentedText text;
  double quality;
  List<TopicScore> topics;
  Summary summary;
  private Outcome outcome;

  /** What was not read as an article ends at once. */
  Draft(Incoming incoming) {
    raw = incoming instanceof RawArticle article ? article : null;
    outcome = incoming instanceof Rejected rejected ? rejected : null;
  }

  /** Whether there is no outcome yet. */
  boolean goesOn() {
    return outcome == null;
  }

  void end(Outcome result) {
    outcome = result;
  }

  void reject(RejectReason reason, String detail) {
    end(new Rejected(raw.sourceUri(), reason, detail, raw.text()));
  }

  /** Null until the end. */
  Outcome outcome() {
    return outcome;
  }
}

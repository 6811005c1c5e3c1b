package dev.broadsheet.segment;

import opennlp.tools.sentdetect.DefaultSDContextGenerator;
import opennlp.tools.sentdetect.SDContextGenerator;
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.StringUtil;

/**
 * OpenNLP's sentence model, compiled: the weights of the features of {@link
 * DefaultSDContextGenerator}, without strings. Immutable, safe to share.
 */
final class EndModel {

  private final SentenceDetectorFactory factory;
  private final DecisionModel model;
  private final boolean[] isMark = new boolean[Character.MAX_VALUE + 1];
  private final double[] marks = new double[Character.MAX_VALUE + 1];
  private final double[] lengths;
  private final WordWeights prefix;
  private final WordWeights previous;
  private final WordWeights suffix;
  private final WordWeights next;
  private final double spaceBefore;
  private final double spaceAfter;

  /**
   * Compiles the model.
   *
   * @throws UnsupportedOperationException if it is of another kind, saying why
   */
  EndModel(SentenceModel published) {
    this.factory = published.getFactory();
    DecisionModel.require(
        factory.getClass() == SentenceDetectorFactory.class, "its factory is its own");
    DecisionModel.require(published.getAbbreviations() == null, "it has abbreviations");
    this.model =
        new DecisionModel(
            published.getMaxentModel(), SentenceDetectorME.SPLIT, SentenceDetectorME.NO_SPLIT);
    readMarks();
    this.lengths = lengths(model);
    this.prefix = new WordWeights(model, "x");
    this.previous = new WordWeights(model, "v");
    this.suffix = new WordWeights(model, "s");
    this.next = new WordWeights(model, "n");
    this.spaceBefore = model.weight("sp");
    this.spaceAfter = model.weight("sn");
  }

  /** Whether the character may end a sentence. */
  boolean isMark(char c) {
    return isMark[c];
  }

  /** Whether a sentence holds all up to the white space after its mark. */
  boolean endsAtSpace() {
    return factory.isUseTokenEnd();
  }

  /** Whether the sentence ends at the mark. */
  boolean isEnd(MarkContext place, SDContextGenerator features) {
    double score = score(place);
    if (Math.abs(score) < DecisionModel.NEAR_TIE) {
      return model.isYes(features.getContext(place.line(), place.mark));
    }
    return score > 0;
  }

  /** OpenNLP's own features, for {@link #isEnd}; with buffers, so one for each thread. */
  SDContextGenerator features() {
    return factory.getSDContextGenerator();
  }

  private double score(MarkContext at) {
    double score = marks[at.text[at.mark]];
    score += at.isWhite(at.mark - 1) ? spaceBefore : 0;
    score += at.mark < at.length - 1 && at.isWhite(at.mark + 1) ? spaceAfter : 0;
    score += prefix.weight(at.text, at.prefixBegin, at.mark);
    score += length(WordWeights.trimmedLength(at.text, at.prefixBegin, at.mark));
    score += previous.weight(at.text, at.previousBegin, at.prefixBegin);
    score += suffix.weight(at.text, at.mark + 1, at.suffixEnd);
    return score + next.weight(at.text, at.suffixEnd + 1, at.nextEnd);
  }

  private double length(int length) {
    return length < lengths.length ? lengths[length] : 0;
  }

  private void readMarks() {
    char[] characters = factory.getEOSCharacters();
    DecisionModel.require(
        characters != null && characters.length > 0, "it names no ends of sentences");
    for (char c : characters) {
      DecisionModel.require(!StringUtil.isWhitespace(c), "white space ends its sentences");
      isMark[c] = true;
      marks[c] = model.weight("eos=" + c);
    }
  }

  /** The features that are the prefix's length, unless that is 0. */
  private static double[] lengths(DecisionModel model) {
    int longest =
        model.features().stream()
            .filter(feature -> feature.matches("[1-9][0-9]{0,5}"))
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
    double[] lengths = new double[longest + 1];
    for (int i = 1; i <= longest; i++) {
      lengths[i] = model.weight(Integer.toString(i));
    }
    return lengths;
  }
}

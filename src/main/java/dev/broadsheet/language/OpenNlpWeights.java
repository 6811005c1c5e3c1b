package dev.broadsheet.language;

import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;

/** The weights of a model that OpenNLP has loaded. */
final class OpenNlpWeights implements GramWeights {

  private final int languages;
  private final Map<?, ?> contexts;

  /**
   * Takes the model.
   *
   * @throws UnsupportedOperationException if it does not compile, saying why
   */
  OpenNlpWeights(LanguageDetectorModel published) {
    check(published);
    MaxentModel model = published.getMaxentModel();
    this.languages = model.getNumOutcomes();
    this.contexts = (Map<?, ?>) ((AbstractModel) model).getDataStructures()[1];
  }

  @Override
  public int languages() {
    return languages;
  }

  @Override
  public int grams() {
    return contexts.size();
  }

  /** Longer grams than {@link GramModel#LONGEST} are no features of any text. */
  @Override
  public void forEach(Visitor visitor) {
    contexts.forEach(
        (name, context) -> {
          String gram = (String) name;
          if (!gram.isEmpty() && gram.length() <= GramModel.LONGEST) {
            give(gram, (Context) context, visitor);
          }
        });
  }

  private static void give(String gram, Context context, Visitor visitor) {
    long key = gram.chars().asLongStream().reduce(GramModel.EMPTY, (whole, c) -> whole << 16 | c);
    visitor.gram(key, context.getOutcomes(), context.getParameters(), 0);
  }

  private static void check(LanguageDetectorModel published) {
    LanguageDetectorFactory factory = published.getFactory();
    MaxentModel model = published.getMaxentModel();
    require(factory.getClass() == LanguageDetectorFactory.class, "its factory is its own");
    require(
        model instanceof GISModel || model instanceof QNModel, "it is no maximum entropy model");
    require(model.getNumOutcomes() <= Byte.MAX_VALUE, "it has too many languages");
    for (double probability : model.eval(new String[0])) {
      require(probability == model.eval(new String[0])[0], "its prior is not uniform");
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new UnsupportedOperationException(otherwise);
    }
  }
}

package dev.broadsheet.cli;

import dev.broadsheet.read.FieldMap;
import dev.broadsheet.read.Format;
import dev.broadsheet.topics.TopicNames;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What is wrong with an option's value, as an error of the command line. */
final class Usage {

  private Usage() {}

  /**
   * The value of an option.
   *
   * @throws ParameterException naming the option, if its value is refused by an {@link
   *     IllegalArgumentException}
   */
  static <T> T valid(CommandSpec spec, String option, Supplier<T> parse) {
    try {
      return parse.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
    }
  }

  /** The format of {@code --format}; null for none or {@code auto}. */
  static Format format(CommandSpec spec, String label) {
    boolean isAuto = label == null || label.equals("auto");
    return isAuto ? null : valid(spec, "--format", () -> Format.named(label));
  }

  /** The names of {@code --topic-names}. */
  static TopicNames names(CommandSpec spec, String language) {
    return valid(spec, "--topic-names", () -> TopicNames.of(language));
  }

  /** The fields of {@code --map}. */
  static FieldMap fields(CommandSpec spec, String map) {
    return valid(spec, "--map", () -> FieldMap.parseOrStandard(map));
  }
}

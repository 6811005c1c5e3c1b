package dev.broadsheet.cli;

import dev.broadsheet.read.Format;
import dev.broadsheet.spark.LabelledInput;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The documents that {@code train} learns from and {@code evaluate} judges by. */
final class LabelledOptions {

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description =
          "Labelled documents: file, folder or glob, of any format 'run' reads. For summaries one"
              + " file of JSON Lines, plain or .gz, with id, text and summary (its sentences on"
              + " lines of their own).")
  List<String> inputs = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Of all input files. Default: by their names.")
  private String format;

  @Option(
      names = "--map",
      paramLabel = "FIELD=NAME,...",
      defaultValue = "",
      description =
          "As in 'run'; the labels are the field tags, such as tags=section. A label column of"
              + " texts is split at commas and semicolons.")
  private String fieldMap;

  /**
   * The documents, once there is a session to read them.
   *
   * @throws ParameterException if {@code --map} or {@code --format} is wrong
   */
  Function<SparkSession, LabelledInput> input(CommandSpec spec) {
    Usage.fields(spec, fieldMap);
    Format known = Usage.format(spec, format);
    return spark -> new LabelledInput(spark, inputs, known, fieldMap);
  }
}

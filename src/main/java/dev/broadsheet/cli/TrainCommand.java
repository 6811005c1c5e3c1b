package dev.broadsheet.cli;

import dev.broadsheet.read.Format;
import dev.broadsheet.spark.LabelTrainingJob;
import dev.broadsheet.spark.Sessions;
import dev.broadsheet.topics.ModelFiles;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.train.LabelTaxonomy;
import dev.broadsheet.topics.train.TrainTopics;
import dev.broadsheet.topics.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code train}: labelled documents to a topic model. */
@Command(
    name = "train",
    description =
        "Train a topic model: on your own labelled documents (--input), or by a plan of sources and"
            + " what each can tell (--plan), as the model that comes with Broadsheet was.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
final class TrainCommand implements Callable<Integer> {

  @ParentCommand private BroadsheetCommand broadsheet;

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description = "Labelled documents: file, folder or glob, of any format 'run' reads.")
  private List<String> inputs = List.of();

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

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description =
          "A training plan, such as jobs/train-default-topics.json. Its paths are relative to this"
              + " folder.")
  private Path plan;

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description =
          "Labels are topics of this taxonomy (JSON: version, attribution, topics of code, name,"
              + " parent), with --label-map alone of the IPTC Media Topics. Default: each label is a"
              + " topic by itself.")
  private Path taxonomy;

  @Option(
      names = "--label-map",
      paramLabel = "FILE",
      description =
          "What labels stand for, as JSON: {\"Sport\": [\"medtop:15000000\"]}. Other labels are left"
              + " out. Default: labels are the taxonomy's codes.")
  private Path labelMap;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "my-topics",
      description = "Of the model, as rows name it. Default: ${DEFAULT-VALUE}.")
  private String name;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The model directory to write, for 'run --topics-model'.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    if (inputs.isEmpty() == (plan == null)) {
      throw new ParameterException(spec.commandLine(), "Give either --input or --plan.");
    }
    SortedMap<String, byte[]> files = plan == null ? fromLabels() : fromPlan();
    TopicModel model = TopicModel.of(files);
    ModelFiles.write(files, output);
    System.out.printf(
        Locale.ROOT,
        "%s: %d topics%s, %,d bytes; see %s%n",
        model.name(),
        model.taxonomy().size(),
        left(model.card().training()),
        files.values().stream().mapToLong(file -> file.length).sum(),
        output.resolve("card.json"));
    return ExitCodes.DONE;
  }

  private static String left(Map<String, Object> training) {
    return training.entrySet().stream()
        .filter(count -> count.getKey().startsWith("records_") && !count.getValue().equals(0))
        .map(count -> ", " + count.getValue() + " " + count.getKey().replace('_', ' '))
        .collect(Collectors.joining());
  }

  private SortedMap<String, byte[]> fromLabels() throws IOException {
    try (SparkSession spark = Sessions.open("local[*]", broadsheet.isVerbose())) {
      Format known = format == null ? null : Format.named(format);
      return new LabelTrainingJob(spark, inputs, known, fieldMap).train(name, labels());
    }
  }

  private LabelTaxonomy labels() throws IOException {
    return taxonomy == null && labelMap == null
        ? LabelTaxonomy.flat(name)
        : LabelTaxonomy.read(taxonomy, labelMap);
  }

  private SortedMap<String, byte[]> fromPlan() throws IOException {
    return TrainTopics.train(TrainingPlan.read(plan), Path.of(""));
  }
}

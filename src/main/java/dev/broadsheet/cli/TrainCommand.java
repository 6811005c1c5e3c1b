package dev.broadsheet.cli;

import dev.broadsheet.spark.LabelTrainingJob;
import dev.broadsheet.spark.LabelledInput;
import dev.broadsheet.spark.Sessions;
import dev.broadsheet.summary.RankerTrainer;
import dev.broadsheet.topics.ModelFiles;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.train.LabelTaxonomy;
import dev.broadsheet.topics.train.TrainTopics;
import dev.broadsheet.topics.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code train}: labelled documents to a topic model, summarized articles to a ranker. */
@Command(
    name = "train",
    description =
        "Train a topic model: on your own labelled documents (--input), or by a plan of sources and"
            + " what each can tell (--plan), as the model that comes with Broadsheet was. Or train"
            + " the ranker of summaries (--task summary) on articles that people summed up.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
final class TrainCommand implements Callable<Integer> {

  @ParentCommand private BroadsheetCommand broadsheet;

  @Spec private CommandSpec spec;

  @Option(
      names = "--task",
      paramLabel = "TASK",
      defaultValue = "topics",
      description = "What to train: topics or summary. Default: ${DEFAULT-VALUE}.")
  private Task task;

  @Mixin private LabelledOptions documents;

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
          "What labels stand for, as in 'evaluate', such as {\"labels\": {\"Sport\":"
              + " \"medtop:15000000\"}}. Other labels are left out. Default: labels are codes.")
  private Path labelMap;

  @Option(
      names = "--with-default-topics",
      description =
          "With --input: start from what the model that comes with Broadsheet says of the documents."
              + " Helps where they are few, up to some 1,000.")
  private boolean withDefaultTopics;

  @Option(
      names = "--readings",
      paramLabel = "FILE",
      description =
          "For --task summary: what readers said of sentences of the articles, such as"
              + " data/quality/summary-readings.jsonl.")
  private Path readings;

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
      description =
          "The model directory to write, for 'run --topics-model'; for summaries the folder of"
              + " ranker.bin.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    require(
        !Files.exists(output) || Files.isDirectory(output),
        "--output " + output + " is a file; give a folder for the model.");
    System.out.println(task == Task.TOPICS ? trainTopics() : trainRanker());
    return ExitCodes.DONE;
  }

  private String trainTopics() throws IOException {
    require(documents.inputs.isEmpty() != (plan == null), "Give either --input or --plan.");
    require(
        plan == null || !withDefaultTopics,
        "--with-default-topics is for labels of your own: give --input, or leave it out.");
    Function<SparkSession, LabelledInput> input = documents.input(spec);
    SortedMap<String, byte[]> files = plan == null ? fromLabels(input) : fromPlan();
    TopicModel model = TopicModel.of(files);
    ModelFiles.write(files, output);
    return String.format(
        Locale.ROOT,
        "%s: %d topics%s, %,d bytes; see %s",
        model.name(),
        model.taxonomy().size(),
        left(model.card().training()),
        files.values().stream().mapToLong(file -> file.length).sum(),
        output.resolve("card.json"));
  }

  private static String left(Map<String, Object> training) {
    return training.entrySet().stream()
        .filter(count -> count.getKey().startsWith("records_") && !count.getValue().equals(0))
        .map(count -> ", " + count.getValue() + " " + count.getKey().replace('_', ' '))
        .collect(Collectors.joining());
  }

  private String trainRanker() throws IOException {
    require(
        !withDefaultTopics, "--with-default-topics is for topics; leave out --task summary or it.");
    require(
        !documents.inputs.isEmpty() && readings != null && plan == null,
        "--task summary takes files as --input and --readings, no --plan.");
    RankerTrainer.Trained trained =
        RankerTrainer.train(documents.inputs.stream().map(Path::of).toList(), readings, output);
    return String.format(
        Locale.ROOT,
        "%s: %,d articles, %,d readings, %,d words, %,d bytes",
        trained.model(),
        trained.articles(),
        trained.readings(),
        trained.words(),
        trained.bytes());
  }

  private void require(boolean isRight, String message) {
    if (!isRight) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private SortedMap<String, byte[]> fromLabels(Function<SparkSession, LabelledInput> input)
      throws IOException {
    LabelTaxonomy labels = labels();
    TopicModel known = withDefaultTopics ? TopicModel.bundled() : null;
    try (SparkSession spark = Sessions.open("local[*]", broadsheet.isVerbose())) {
      return new LabelTrainingJob(input.apply(spark)).train(name, labels, known);
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

package dev.broadsheet.cli;

import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.Outcome;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.pipeline.ArticlePipeline;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.pipeline.StepClock;
import dev.broadsheet.read.ArticleReader;
import dev.broadsheet.read.Bytes;
import dev.broadsheet.read.Format;
import dev.broadsheet.read.Limits;
import dev.broadsheet.read.Records;
import dev.broadsheet.read.Source;
import dev.broadsheet.report.Explanation;
import dev.broadsheet.summary.Budget;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.TopicNames;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: one article, without Spark. */
@Command(
    name = "explain",
    description =
        "Show one article's topics, the sentences that speak for each, and its summary. Takes the"
            + " first article of the file; of any format but Parquet.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The article; standard input, as text, if left out or '-'.")
  private Path file;

  @Option(
      names = "--map",
      paramLabel = "FIELD=NAME,...",
      defaultValue = "",
      description = "As in 'run'.")
  private String fieldMap;

  @Option(
      names = "--topics-model",
      paramLabel = "DIR",
      description = "A model made by 'train'. Default: the one that comes with Broadsheet.")
  private Path topicsModel;

  @Option(
      names = "--topic-names",
      paramLabel = "LANG",
      defaultValue = TopicNames.ENGLISH,
      description = "As in 'run'. Default: ${DEFAULT-VALUE}.")
  private String topicNames;

  @Option(
      names = "--summary-sentences",
      paramLabel = "N",
      defaultValue = "3",
      description = "Most sentences of the summary. Default: ${DEFAULT-VALUE}.")
  private int summarySentences;

  @Override
  public Integer call() throws IOException {
    if (summarySentences < 1) {
      throw new ParameterException(spec.commandLine(), "--summary-sentences must be 1 or more.");
    }
    Outcome outcome = pipeline().process(first());
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    if (outcome instanceof Enriched enriched) {
      out.print(Explanation.of(enriched));
      return ExitCodes.DONE;
    }
    Rejected rejected = (Rejected) outcome;
    System.err.println(
        "broadsheet: " + rejected.sourceUri() + " is rejected: " + rejected.reason());
    System.err.println(rejected.detail());
    return ExitCodes.FAILED;
  }

  private ArticlePipeline pipeline() throws IOException {
    TopicNames names = Usage.names(spec, topicNames);
    Models models = Models.bundled();
    TopicModel topics = topicsModel == null ? models.topics() : TopicModel.load(topicsModel);
    PipelineOptions options =
        new PipelineOptions(
            Instant.now(),
            PipelineOptions.MAX_TEXT_LENGTH,
            false,
            Budget.ofSentences(summarySentences),
            0);
    return new ArticlePipeline(models.withTopics(topics.named(names)), options, new StepClock());
  }

  private Incoming first() throws IOException {
    boolean isStandardInput = file == null || file.toString().equals("-");
    if (!isStandardInput && !Files.isRegularFile(file)) {
      throw notAFile();
    }
    ArticleReader reader = new ArticleReader(Usage.fields(spec, fieldMap), Limits.DEFAULT);
    try (Records records =
        isStandardInput ? read(reader, "-", from -> System.in) : read(reader, file)) {
      return records.next();
    }
  }

  private IOException notAFile() {
    return Files.exists(file)
        ? new IOException(file + " is no file; explain takes one article's file.")
        : new NoSuchFileException(file.toString());
  }

  private static Records read(ArticleReader reader, Path file) {
    return read(reader, file.toString(), offset -> opened(file, offset));
  }

  private static Records read(ArticleReader reader, String name, Bytes bytes) {
    Format format = Format.of(name).orElse(Format.TEXT);
    return reader.read(new Source(name, name), bytes, format);
  }

  private static InputStream opened(Path file, long offset) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(offset);
    return in;
  }
}

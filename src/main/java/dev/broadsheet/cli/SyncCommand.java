package dev.broadsheet.cli;

import dev.broadsheet.report.Metrics;
import dev.broadsheet.report.TableReport;
import dev.broadsheet.report.TableReportText;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.OnDuplicateId;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import dev.broadsheet.spark.tables.SyncJob;
import dev.broadsheet.spark.tables.SyncSettings;
import dev.broadsheet.spark.tables.SyncSettings.Reprocess;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** {@code sync}: an archive to tables, what is new or changed only. */
@Command(
    name = "sync",
    description =
        "Bring tables to what an archive is now: add what is new, replace what changed, skip the rest.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.DONE_MEANS,
      ExitCodes.FAILED_MEANS,
      ExitCodes.USAGE_MEANS,
      ExitCodes.TOO_MANY_REJECTS_MEANS,
      ExitCodes.OUTPUT_HELD_MEANS
    })
final class SyncCommand implements Callable<Integer> {

  @ParentCommand private BroadsheetCommand broadsheet;

  @Mixin private ArticleOptions articles;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Folder of the tables, made if there is none, and of the lock beside it. Required.")
  private String output;

  @Option(
      names = "--tables",
      paramLabel = "CATALOG.NAMESPACE",
      description =
          "Keep the tables in a catalog of Spark's configuration, such as prod.news, instead of"
              + " the folder; that then serves for the lock and for what is under way.")
  private String tables;

  @Option(
      names = "--reprocess",
      paramLabel = "WHICH",
      defaultValue = "none",
      converter = ReprocessConverter.class,
      description =
          "none, or changed-model: make articles anew that other models or another configuration"
              + " made, though their content is the same. Default: ${DEFAULT-VALUE}.")
  private Reprocess reprocess;

  @Override
  public Integer call() throws IOException {
    articles.check(output);
    try (SparkSession spark = articles.open(broadsheet.isVerbose())) {
      SyncSettings settings =
          new SyncSettings(
              articles.settings(output, Mode.ERROR, OnDuplicateId.LAST, PartitionBy.NONE),
              tables,
              reprocess);
      SyncJob.Result result = new SyncJob(spark, settings).run(ArticleOptions.display());
      System.out.print(TableReportText.of(result.report(), result.vanished()));
      articles.write(Metrics.of(result.report()));
      return exitCode(result.report().counts());
    }
  }

  /** Nobody is called twice for a file that still cannot be read: only new rejects count. */
  private int exitCode(TableReport.Counts counts) {
    long known = counts.rejectsKnown();
    return articles.exitCode(counts.read() - known, counts.rejected() - known, output);
  }

  /** Reads {@code changed-model}. */
  static final class ReprocessConverter implements ITypeConverter<Reprocess> {
    @Override
    public Reprocess convert(String value) {
      for (Reprocess reprocess : Reprocess.values()) {
        if (reprocess.toString().equals(value)) {
          return reprocess;
        }
      }
      throw new TypeConversionException("expected none or changed-model, not '" + value + "'");
    }
  }
}

package dev.broadsheet.spark.tables;

import dev.broadsheet.pipeline.PipelineOptions;
import dev.broadsheet.read.Format;
import dev.broadsheet.report.TableReport;
import dev.broadsheet.spark.RunSettings;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.OnDuplicateId;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import dev.broadsheet.spark.SharedSpark;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import dev.broadsheet.spark.tables.SyncSettings.Reprocess;
import dev.broadsheet.summary.Budget;
import dev.broadsheet.topics.TopicNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * Tables of a test, by the shared session.
 *
 * @param catalog and namespace that holds them; null for the output
 * @param format of the input; null to go by names
 */
record Tables(String input, String output, String catalog, Format format) {

  Tables(Path input, Path output) {
    this(input.toString(), output.toString());
  }

  Tables(Path input, Path output, Format format) {
    this(input.toString(), output.toString(), null, format);
  }

  Tables(String input, String output) {
    this(input, output, null);
  }

  Tables(String input, String output, String catalog) {
    this(input, output, catalog, null);
  }

  TableReport sync() throws IOException {
    return syncResult(Reprocess.NONE, 3).report();
  }

  SyncJob.Result syncResult(Reprocess reprocess, int summarySentences) throws IOException {
    return new SyncJob(SharedSpark.SESSION, settings(reprocess, summarySentences))
        .run(SharedSpark.NOWHERE);
  }

  private SyncSettings settings(Reprocess reprocess, int summarySentences) {
    RunSettings articles =
        new RunSettings(
            List.of(input),
            output,
            format,
            "",
            Mode.ERROR,
            OnDuplicateId.LAST,
            PartitionBy.NONE,
            0,
            null,
            TopicNames.ENGLISH,
            new Budget(summarySentences, 0, 0),
            false,
            1_000_000,
            PipelineOptions.MIN_TEXT_QUALITY,
            1,
            Map.of());
    return new SyncSettings(articles, catalog, reprocess);
  }

  ArchiveTables open() throws IOException {
    return TableOutput.open(SharedSpark.SESSION, output, catalog).existing();
  }

  List<String> failures() throws IOException {
    return TableVerification.of(SharedSpark.SESSION, output, catalog).failures();
  }

  List<Row> rows(Name name) throws IOException {
    return open().read(name).collectAsList();
  }

  Row row(String id) throws IOException {
    return open().read(Name.ARTICLES).where("article_id = '" + id + "'").first();
  }

  /** One column's values as text, sorted. */
  List<String> column(Name name, String column) throws IOException {
    return rows(name).stream()
        .map(row -> String.valueOf(row.<Object>getAs(column)))
        .sorted()
        .toList();
  }

  Map<String, String> titles() throws IOException {
    Map<String, String> titles = new TreeMap<>();
    rows(Name.ARTICLES).forEach(row -> titles.put(row.getAs("article_id"), row.getAs("title")));
    return titles;
  }

  /** Articles as text, sorted, without what differs from run to run. */
  List<String> comparable(Name name, String... dropped) throws IOException {
    return SharedSpark.comparable(open().read(name), dropped);
  }
}

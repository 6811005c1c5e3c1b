package dev.broadsheet.spark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.broadsheet.Columns;
import dev.broadsheet.Page;
import dev.broadsheet.spark.ArticleRows;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** The documents' page on tables against their columns. */
class TablesPageTest {

  @Test
  void theColumnsAreThoseOfTheTables() throws IOException {
    Page page = Page.of("reference/tables.md");
    assertEquals(beyond(ArticleRows.ARTICLES, TableRows.ARTICLES), page.columns("### Articles"));
    assertEquals(beyond(ArticleRows.REJECTS, TableRows.REJECTS), page.columns("### Rejects"));
    assertEquals(Columns.of(TableRows.FILES.fields()), page.columns("### Input files"));
    assertEquals(Columns.of(TableRows.RUNS.fields()), page.columns("### Runs"));
    assertEquals(Columns.of(TableRows.TOMBSTONES.fields()), page.columns("### Tombstones"));
  }

  private static List<String> beyond(StructType output, StructType table) {
    List<String> columns = Columns.of(table.fields());
    return columns.subList(output.length(), columns.size());
  }
}

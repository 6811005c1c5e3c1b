package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import dev.broadsheet.spark.ArticleRows;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings tables that an older version made to what this one expects. May be killed and done over.
 */
final class Upgrade {

  /** Versions before 0.2.0 had no such column, and could write two rows of one id. */
  private static final String SINCE_ONE_ROW_AN_ID = "file";

  private final ArchiveTables tables;

  private Upgrade(ArchiveTables tables) {
    this.tables = tables;
  }

  /** Does what is needed; nothing, if this version made the tables. Needs the lock. */
  static void of(ArchiveTables tables) {
    if (tables.lacking(Name.ARTICLES).contains(SINCE_ONE_ROW_AN_ID)) {
      new Upgrade(tables).leaveOneRowAnId();
    }
    tables.widen();
  }

  /** Which of the rows is the right one their file tells: the sync that follows reads it again. */
  private void leaveOneRowAnId() {
    Dataset<Row> articles = tables.stored(Name.ARTICLES);
    Dataset<Row> doubled =
        articles.groupBy("article_id").agg(count(lit(1)).as("rows")).where("rows > 1");
    if (!doubled.isEmpty()) {
      Dataset<Row> files =
          tables.read(Name.ARTICLES).join(doubled, "article_id").select(TableRows.FILE.as("path"));
      Dataset<Row> others = tables.stored(Name.INPUT_FILES).join(files, "path", "left_anti");
      tables.replace(Name.INPUT_FILES, others, Map.of());
      tables.replace(Name.ARTICLES, oneOfEachId(articles), Map.of());
    }
  }

  private static Dataset<Row> oneOfEachId(Dataset<Row> articles) {
    Column all = struct(ArticleRows.columns(articles.schema()));
    Column order = struct("processed_at", "source_uri", "content_sha256");
    return articles.groupBy("article_id").agg(max_by(all, order).as("row")).select(col("row.*"));
  }
}

/**
 * The values that flow through the steps: {@link dev.broadsheet.article.RawArticle} as read, {@link
 * dev.broadsheet.article.Article} as cleaned, and the {@link dev.broadsheet.article.Outcome} of
 * each record. All are immutable and know nothing of files, models or Spark.
 *
 * <p>Offsets here are code points into the article's own text, half-open: SQL, Python and DuckDB
 * count so.
 */
package dev.broadsheet.article;

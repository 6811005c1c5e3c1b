/**
 * Bytes in; {@link dev.broadsheet.article.RawArticle} or {@link dev.broadsheet.article.Rejected}
 * out. Start at {@link dev.broadsheet.read.ArticleReader}.
 *
 * <p>Files are streamed: memory is bounded by the longest record that {@link
 * dev.broadsheet.read.Limits} allows. What is wrong with a record is a reject; what is wrong with a
 * file ends it with one more reject; nothing ends it silently.
 *
 * <p>CSV and JSON are cut into records as bytes ({@link dev.broadsheet.read.Frames}) and each
 * record is decoded and parsed by itself, so that a broken one leaves its neighbours whole.
 *
 * <p><b>To add a format</b>, touch these:
 *
 * <table>
 * <caption>places</caption>
 * <tr><td>{@link dev.broadsheet.read.Format}</td><td>its name and file extensions</td></tr>
 * <tr><td>a class that implements {@link dev.broadsheet.read.RecordParser}</td><td>bytes to
 * articles; fields by {@link dev.broadsheet.read.FieldMap} or by the format's own table</td></tr>
 * <tr><td>{@link dev.broadsheet.read.ArticleReader}</td><td>a branch of its switch, which the
 * compiler asks for</td></tr>
 * </table>
 *
 * <p>{@link dev.broadsheet.read.Archive} (zip, tar) is a parser that opens the parser of each
 * member; compression is taken off before ({@link dev.broadsheet.read.Unpacked}). The agencies'
 * formats end in one {@link dev.broadsheet.read.NewsItem}, pages and crawls in {@link
 * dev.broadsheet.read.HtmlPage}. Nothing here fetches, writes to disk, or loads a class that data
 * names.
 */
package dev.broadsheet.read;

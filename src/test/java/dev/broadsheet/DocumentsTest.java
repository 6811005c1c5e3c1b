package dev.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.RejectReason;
import dev.broadsheet.read.Format;
import dev.broadsheet.spark.ArticleRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The documents against the code. After a change of options run with {@code
 * -Dbroadsheet.documents=write}, which writes the commands' page.
 */
class DocumentsTest {

  private static final int README_BYTES = 8 << 10;
  private static final Pattern COMMAND = Pattern.compile("jobs/broadsheet ([a-z]+)([^`|\n]*)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z-]+");
  private static final String GENERATED = "broadsheet.documents=write -->\n";

  @Test
  void eachRelativeLinkLeadsToAFileAndAHeading() throws IOException {
    Set<String> broken = new TreeSet<>();
    int links = 0;
    for (Page page : Page.all()) {
      for (String link : page.links()) {
        links++;
        if (!leadsSomewhere(page, link)) {
          broken.add(page.file() + ": " + link);
        }
      }
    }
    assertEquals(Set.of(), broken);
    assertTrue(links > 100, "only " + links + " links were found");
  }

  private static boolean leadsSomewhere(Page page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = page.file().toAbsolutePath().resolveSibling(parts[0]).normalize();
    Path file = parts[0].isEmpty() ? page.file() : target;
    return Files.exists(file)
        && (parts.length == 1
            || new Page(file, Files.readString(file)).anchors().contains(parts[1]));
  }

  @Test
  void eachPageIsReachedFromTheReadme() throws IOException {
    Set<Path> linked = new TreeSet<>();
    for (String link : Page.readme().links()) {
      linked.add(Path.of(link.replaceFirst("#.*", "")));
    }
    for (Page page : Page.all()) {
      boolean isStart = page.file().equals(Page.README) || page.file().endsWith("index.md");
      assertTrue(isStart || linked.contains(page.file()), page.file() + " is not linked");
    }
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertTrue(Files.size(Page.README) <= README_BYTES, "README.md has more than 8 KB");
  }

  @Test
  void thePageOfCommandsIsWhatPicocliKnows() throws IOException {
    Page page = Page.of("reference/commands.md");
    int generated = page.text().indexOf(GENERATED) + GENERATED.length();
    String right = page.text().substring(0, generated) + CommandsPage.sections();
    if ("write".equals(System.getProperty("broadsheet.documents"))) {
      Files.writeString(page.file(), right);
    }
    assertEquals(right, Files.readString(page.file()));
  }

  @Test
  void theCommandsThatPagesShowHaveTheirOptions() throws IOException {
    int checked = 0;
    for (Page page : Page.all()) {
      Matcher shown = COMMAND.matcher(page.text().replace("\\\n", ""));
      while (shown.find()) {
        CommandLine command = CommandsPage.COMMANDS.getSubcommands().get(shown.group(1));
        assertNotNull(command, () -> page.file() + ": " + shown.group());
        for (String option :
            OPTION.matcher(shown.group(2)).results().map(o -> o.group()).toList()) {
          boolean isKnown = command.getCommandSpec().findOption(option) != null;
          assertTrue(isKnown, () -> page.file() + ": " + shown.group());
          checked++;
        }
      }
    }
    assertFalse(checked < 20, "only " + checked + " options were found");
  }

  @Test
  void eachExitCodeAndRejectReasonHasItsCauseAndCure() throws IOException {
    Page page = Page.of("how-to/troubleshooting.md");
    for (String code :
        CommandsPage.COMMANDS.getCommandSpec().usageMessage().exitCodeList().keySet()) {
      assertTrue(page.section("## Exit codes").contains("\n| " + code + " | "), code);
    }
    for (RejectReason reason : RejectReason.values()) {
      assertTrue(
          page.section("## Reject reasons").contains("\n| `" + reason + "` | "), reason.name());
    }
  }

  @Test
  void theColumnsAreThoseOfTheOutput() throws IOException {
    Page page = Page.of("reference/output.md");
    assertEquals(Columns.of(ArticleRows.ARTICLES.fields()), page.columns("## Articles"));
    assertEquals(Columns.of(ArticleRows.REJECTS.fields()), page.columns("## Rejects"));
    assertEquals(Columns.inside(ArticleRows.ARTICLES, "topics"), page.columns("### Topics"));
    assertEquals(
        Columns.inside(ArticleRows.ARTICLES, "summary_sentences"),
        page.columns("### Summary sentences"));
  }

  @Test
  void eachFormatIsInThePageOfInputAndInTheHelp() throws IOException {
    String page = Page.of("reference/input.md").section("## Formats");
    CommandLine run = CommandsPage.COMMANDS.getSubcommands().get("run");
    String help = String.join("", run.getCommandSpec().findOption("--format").description());
    for (Format format : Format.values()) {
      assertTrue(page.contains(" | `" + format.label() + "` | "), format.name());
      assertTrue(List.of(help.split("[^a-z0-9-]+", -1)).contains(format.label()), format.name());
    }
  }
}

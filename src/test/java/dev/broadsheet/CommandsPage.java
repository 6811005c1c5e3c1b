package dev.broadsheet;

import dev.broadsheet.cli.BroadsheetCommand;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code reference/commands.md} says of the commands, made from what picocli knows. */
final class CommandsPage {

  /** All commands, with the names of their options. */
  static final CommandLine COMMANDS = new CommandLine(new BroadsheetCommand());

  private CommandsPage() {}

  /** A section for each command. */
  static String sections() {
    StringBuilder page = new StringBuilder();
    COMMANDS.getSubcommands().values().forEach(command -> add(page, command.getCommandSpec()));
    return page.append("\n## Options of all commands\n")
        .append(table(COMMANDS.getCommandSpec().options()))
        .toString();
  }

  private static void add(StringBuilder page, CommandSpec command) {
    page.append("\n## " + command.name() + "\n\n");
    page.append(String.join(" ", command.usageMessage().description())).append("\n");
    page.append(table(command.positionalParameters()));
    page.append(table(command.options().stream().filter(CommandsPage::isItsOwn).toList()));
    page.append(example(command));
  }

  private static boolean isItsOwn(OptionSpec option) {
    return COMMANDS.getCommandSpec().findOption(option.longestName()) == null;
  }

  private static String table(List<? extends ArgSpec> arguments) {
    String rows =
        arguments.stream()
            .map(argument -> "| `" + name(argument) + "` | " + meaning(argument) + " |\n")
            .collect(Collectors.joining());
    String head = arguments.isEmpty() || arguments.get(0).isOption() ? "option" : "argument";
    return rows.isEmpty() ? "" : "\n| " + head + " | meaning |\n|---|---|\n" + rows;
  }

  private static String name(ArgSpec argument) {
    if (argument instanceof OptionSpec option) {
      boolean isFlag = option.arity().max() == 0;
      return String.join("`, `", option.names()) + (isFlag ? "" : "=" + option.paramLabel());
    }
    return argument.paramLabel();
  }

  private static String meaning(ArgSpec argument) {
    String meaning =
        String.join(" ", argument.description())
            .replace("${DEFAULT-VALUE}", "`" + argument.defaultValue() + "`")
            .replace("%%", "%")
            .replace("|", "\\|");
    return meaning + (argument.required() && !meaning.endsWith("Required.") ? " Required." : "");
  }

  private static String example(CommandSpec command) {
    String[] lines = command.usageMessage().footer();
    return lines.length == 0 ? "" : "\n```\n" + String.join("\n", lines).stripIndent() + "\n```\n";
  }
}

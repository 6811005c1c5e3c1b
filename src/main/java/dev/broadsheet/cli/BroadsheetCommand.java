package dev.broadsheet.cli;

import dev.broadsheet.pipeline.Version;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command. */
@Command(
    name = "broadsheet",
    description = "Raw news articles in; topics with evidence and faithful summaries out.",
    mixinStandardHelpOptions = true,
    versionProvider = BroadsheetCommand.VersionProvider.class,
    subcommands = {
      RunCommand.class,
      ExplainCommand.class,
      VerifyCommand.class,
      SyncCommand.class,
      HistoryCommand.class,
      ExportCommand.class,
      ForgetCommand.class,
      MaintainCommand.class,
      ReportCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      BenchmarkCommand.class
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.DONE_MEANS,
      ExitCodes.FAILED_MEANS,
      ExitCodes.USAGE_MEANS,
      ExitCodes.TOO_MANY_REJECTS_MEANS,
      ExitCodes.OUTPUT_HELD_MEANS,
      ExitCodes.WORSE_MEANS
    })
public final class BroadsheetCommand {

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Let Spark and Hadoop log; say where in the code errors arise.")
  private boolean isVerbose;

  boolean isVerbose() {
    return isVerbose;
  }

  /** Parses and runs a command line, and gives its exit code. */
  public static int execute(String... args) {
    CommandLine command = new CommandLine(new BroadsheetCommand());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setExecutionExceptionHandler(new Failures());
    command.setParameterExceptionHandler((e, given) -> usage(e));
    try {
      return command.execute(withConfiguration(command, args));
    } catch (ParameterException e) {
      return usage(e);
    } catch (LinkageError | VirtualMachineError e) {
      return Failures.tell(e, command);
    }
  }

  private static int usage(ParameterException e) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("broadsheet: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCodes.USAGE;
  }

  /** The arguments with those that a configuration file adds. */
  private static String[] withConfiguration(CommandLine command, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(ConfigFile.argumentsFor(command, all));
    return all.toArray(String[]::new);
  }

  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"broadsheet " + Version.CODE};
    }
  }
}

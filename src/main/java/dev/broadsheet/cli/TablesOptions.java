package dev.broadsheet.cli;

import picocli.CommandLine.Option;

/** Which tables of {@code sync} a command works on. */
final class TablesOptions {

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The --output of 'sync'.")
  String output;

  @Option(names = "--tables", paramLabel = "CATALOG.NAMESPACE", description = "As in 'sync'.")
  String tables;
}

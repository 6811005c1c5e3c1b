package dev.broadsheet.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A JSON file whose keys are a command's options. It is turned into arguments, so that its values
 * are read and checked just as those of the command line are.
 */
final class ConfigFile {

  private static final Set<String> NOT_IN_FILE = Set.of("config", "help", "version");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final CommandLine command;

  private ConfigFile(Path file, CommandLine command) {
    this.file = file;
    this.command = command;
  }

  /**
   * The arguments that the file named by {@code --config} adds: its keys but for those that are
   * among the arguments themselves.
   *
   * @param root the command line of all commands
   * @param args all arguments: the root's options may stand before the command or after it
   * @return empty if no file is named
   * @throws ParameterException naming file, key and what was expected
   */
  static List<String> argumentsFor(CommandLine root, List<String> args) {
    ParseResult given = parse(root, args);
    if (given == null || !given.hasMatchedOption("--config")) {
      return List.of();
    }
    CommandLine command = root.getSubcommands().get(given.commandSpec().name());
    Path file = given.matchedOptionValue("--config", null);
    return new ConfigFile(file, command).arguments(given);
  }

  /** Null for a command line that is wrong anyhow: running it will say what is wrong. */
  private static ParseResult parse(CommandLine root, List<String> args) {
    try {
      return root.parseArgs(args.toArray(String[]::new)).subcommand();
    } catch (ParameterException e) {
      return null;
    }
  }

  private List<String> arguments(ParseResult given) {
    List<String> arguments = new ArrayList<>();
    read()
        .forEach(
            (key, value) -> {
              List<String> values = checked(key, value);
              if (!given.hasMatchedOption("--" + key)) {
                arguments.addAll(values);
              }
            });
    return arguments;
  }

  /** Key by key, so that messages can say in which one the JSON is wrong. */
  private Map<String, JsonNode> read() {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    String[] key = {""};
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw error(
            "expected one JSON object with options as keys, such as {\"output\": \"out\"}.");
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        key[0] = parser.currentName();
        parser.nextToken();
        values.put(key[0], parser.readValueAsTree());
      }
      if (parser.nextToken() != null) {
        throw error("there is more after the object; one JSON object is expected.");
      }
    } catch (StreamConstraintsException e) {
      throw error("key '" + key[0] + "': its value is nested too deeply, or too long.");
    } catch (JsonProcessingException e) {
      throw error("line " + e.getLocation().getLineNr() + " is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw error("cannot be read: " + e.getMessage());
    }
    return values;
  }

  private List<String> checked(String key, JsonNode value) {
    OptionSpec option = command.getCommandSpec().findOption("--" + key);
    if (option == null || NOT_IN_FILE.contains(key)) {
      throw error("unknown key '" + key + "'; expected one of " + String.join(", ", keys()) + ".");
    }
    List<String> arguments = arguments(key, value, option);
    try {
      List<String> all = new ArrayList<>(List.of(command.getCommandName()));
      all.addAll(arguments);
      command.getParent().parseArgs(all.toArray(String[]::new));
    } catch (ParameterException e) {
      throw error("key '" + key + "': " + e.getMessage());
    }
    return arguments;
  }

  private List<String> arguments(String key, JsonNode value, OptionSpec option) {
    List<String> arguments = new ArrayList<>();
    if (value.isArray() && option.isMultiValue()) {
      value.forEach(element -> arguments.add(argument(key, element)));
    } else {
      arguments.add(argument(key, value));
    }
    return arguments;
  }

  private String argument(String key, JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      throw error(
          "key '" + key + "': expected a text, a number or true or false, not " + shown(value));
    }
    return "--" + key + "=" + value.asText();
  }

  private static String shown(JsonNode value) {
    return value.isNull() ? "null" : value.isArray() ? "a list" : "an object";
  }

  private Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    command.getCommandSpec().options().stream()
        .map(option -> option.longestName().substring(2))
        .filter(key -> !NOT_IN_FILE.contains(key))
        .forEach(keys::add);
    return keys;
  }

  private ParameterException error(String problem) {
    return new ParameterException(command, "The configuration " + file + ": " + problem);
  }
}

package dev.broadsheet.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes, such as {@code 200MB}; in tens, not in twos. */
record Size(long bytes) {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(KB|MB|GB|)");

  /** Reads what an option says. */
  static final class Converter implements ITypeConverter<Size> {
    @Override
    public Size convert(String value) {
      Matcher size = WRITTEN.matcher(value.toUpperCase(Locale.ROOT));
      if (!size.matches()) {
        throw new TypeConversionException("expected a size such as 200MB, not '" + value + "'");
      }
      long unit =
          switch (size.group(2)) {
            case "KB" -> 1_000;
            case "MB" -> 1_000_000;
            case "GB" -> 1_000_000_000;
            default -> 1;
          };
      return new Size(Long.parseLong(size.group(1)) * unit);
    }
  }
}

package dev.broadsheet.spark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.broadsheet.read.Format;
import dev.broadsheet.spark.RunSettings;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.OnDuplicateId;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import dev.broadsheet.spark.tables.SyncSettings.Reprocess;
import dev.broadsheet.summary.Budget;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncSettingsTest {

  /** Another value of each setting, in the order of {@link RunSettings}. */
  private static final Object[] OTHERS = {
    List.of("other"),
    "other",
    Format.CSV,
    "text=story",
    Mode.APPEND,
    OnDuplicateId.LAST,
    PartitionBy.YEAR,
    7,
    "other",
    "de",
    new Budget(1, 0, 0),
    true,
    77,
    0.7,
    0.7,
    Map.of("input", "other")
  };

  private static String fingerprint(RunSettings settings) {
    return new SyncSettings(settings, null, Reprocess.NONE).fingerprint("models");
  }

  /** A setting that is added needs a value above, and is deciding unless it is said not to be. */
  @Test
  void eachSettingThatDecidesARowChangesTheFingerprintAndNoOther()
      throws ReflectiveOperationException {
    RunSettings defaults = RunSettings.defaults("in", "out");
    RecordComponent[] components = RunSettings.class.getRecordComponents();
    assertEquals(OTHERS.length, components.length);
    for (int i = 0; i < components.length; i++) {
      String before = fingerprint(defaults);
      String after = fingerprint(with(defaults, components, i));
      if (RunSettings.UNDECIDING.contains(components[i].getName())) {
        assertEquals(before, after, components[i].getName());
      } else {
        assertNotEquals(before, after, components[i].getName());
      }
    }
  }

  private static RunSettings with(RunSettings defaults, RecordComponent[] components, int other)
      throws ReflectiveOperationException {
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == other ? OTHERS[i] : components[i].getAccessor().invoke(defaults);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return RunSettings.class.getConstructor(types).newInstance(values);
  }

  @Test
  void otherModelsAreAnotherFingerprint() {
    SyncSettings settings =
        new SyncSettings(RunSettings.defaults("in", "out"), null, Reprocess.NONE);
    assertNotEquals(settings.fingerprint("a"), settings.fingerprint("b"));
  }
}

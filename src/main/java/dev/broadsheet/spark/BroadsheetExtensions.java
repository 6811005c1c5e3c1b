package dev.broadsheet.spark;

import org.apache.spark.sql.SparkSessionExtensions;
import scala.Function1;
import scala.runtime.BoxedUnit;

/**
 * Adds the functions of {@link SqlFunction} to a session of any kind: {@code
 * spark.sql.extensions=dev.broadsheet.spark.BroadsheetExtensions}.
 */
public final class BroadsheetExtensions implements Function1<SparkSessionExtensions, BoxedUnit> {

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    SqlFunctions.ALL.forEach(function -> extensions.injectFunction(function.description()));
    return BoxedUnit.UNIT;
  }
}

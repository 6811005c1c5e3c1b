package dev.broadsheet.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.types.DataType;
import scala.Function1;
import scala.Option;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A function of SQL: what {@code DESCRIBE FUNCTION} says of it, and how a call becomes an
 * expression.
 *
 * @param name by which SQL calls it
 * @param usage its forms, with {@code _FUNC_} for the name
 * @param arguments,examples,note as {@code DESCRIBE FUNCTION EXTENDED} shows them
 * @param result its type
 * @param parameters their types and defaults, the required ones first
 * @param body a serializable {@code scala.FunctionN} of as many arguments
 */
record SqlFunction(
    String name,
    String usage,
    String arguments,
    String examples,
    String note,
    DataType result,
    List<Parameter> parameters,
    Object body) {

  /**
   * A parameter.
   *
   * @param type what an argument is cast to
   * @param ifLeftOut its value in a call without it; null if it is required
   */
  record Parameter(AgnosticEncoder<?> type, Object ifLeftOut) {

    private Option<ExpressionEncoder<?>> encoder() {
      return Option.apply(ExpressionEncoder.apply(type));
    }
  }

  /** What a session's function registry takes. */
  Tuple3<FunctionIdentifier, ExpressionInfo, Function1<Seq<Expression>, Expression>> description() {
    return new Tuple3<>(new FunctionIdentifier(name), info(), this::call);
  }

  private ExpressionInfo info() {
    return new ExpressionInfo(
        BroadsheetExtensions.class.getName(),
        null,
        name,
        usage,
        arguments,
        examples,
        note,
        "misc_funcs",
        "",
        "",
        "scala_udf");
  }

  private Expression call(Seq<Expression> given) {
    List<Expression> all = new ArrayList<>(CollectionConverters.asJava(given));
    checkCount(all.size());
    for (Parameter parameter : parameters.subList(all.size(), parameters.size())) {
      all.add(Literal$.MODULE$.apply(parameter.ifLeftOut()));
    }
    return new ScalaUDF(
        body,
        result,
        CollectionConverters.asScala(all).toSeq(),
        CollectionConverters.asScala(parameters.stream().map(Parameter::encoder).toList()).toSeq(),
        Option.empty(),
        Option.apply(name),
        true,
        true);
  }

  private void checkCount(int given) {
    long required = parameters.stream().filter(p -> p.ifLeftOut() == null).count();
    if (given < required || given > parameters.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s takes %d to %d arguments, not %d. See: DESCRIBE FUNCTION %s",
              name,
              required,
              parameters.size(),
              given,
              name));
    }
  }
}

package dev.broadsheet.benchmark;

import java.io.IOException;

/** A piece of work to be timed. */
@FunctionalInterface
public interface Work {

  /** Does it once, from begin to end. */
  void run() throws IOException;

  /** Makes ready for {@link #run}; not timed. */
  default void prepare() throws IOException {}
}

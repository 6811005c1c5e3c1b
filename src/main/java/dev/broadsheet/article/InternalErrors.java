package dev.broadsheet.article;

import java.io.Serializable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rejects for records that Broadsheet itself fails on. Of each class of error the first goes to the
 * log with its stack, so that it can be reported; a million like it do not. One a task; threads may
 * share it.
 */
public final class InternalErrors implements Serializable {

  private static final long serialVersionUID = 1;

  private static final Logger LOG = LoggerFactory.getLogger(InternalErrors.class);

  private final Set<Class<?>> logged = ConcurrentHashMap.newKeySet();

  /** The reject of a record, as in {@link Rejected}. */
  public Rejected reject(String sourceUri, Throwable error, String raw) {
    if (logged.add(error.getClass())) {
      LOG.error("INTERNAL_ERROR at {}", sourceUri, error);
    }
    return new Rejected(
        sourceUri, RejectReason.INTERNAL_ERROR, "Please report this: " + error, raw);
  }
}

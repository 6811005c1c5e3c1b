package dev.broadsheet.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.broadsheet.article.InternalErrors;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;

class InternalErrorsTest {

  private static final class Events extends AbstractAppender {

    private final List<String> events = new ArrayList<>();

    private Events() {
      super("events", null, null, true, Property.EMPTY_ARRAY);
      start();
    }

    @Override
    public void append(LogEvent event) {
      events.add(event.getMessage().getFormattedMessage() + ": " + event.getThrown().getMessage());
    }
  }

  @Test
  void theFirstOfEachClassIsLoggedWithItsPlaceAndTheOthersAreNot() {
    Events events = new Events();
    Logger log = (Logger) LogManager.getLogger(InternalErrors.class);
    log.addAppender(events);
    log.setAdditive(false);
    try {
      InternalErrors errors = new InternalErrors();
      for (int i = 0; i < 3; i++) {
        errors.reject("a.txt#" + i, new IllegalStateException("state " + i), null);
        errors.reject("b.txt#" + i, new StackOverflowError("deep " + i), null);
      }
    } finally {
      log.removeAppender(events);
      log.setAdditive(true);
    }
    assertEquals(
        List.of("INTERNAL_ERROR at a.txt#0: state 0", "INTERNAL_ERROR at b.txt#0: deep 0"),
        events.events);
  }
}

package io.sequence.servicebase;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;

/**
 * Makes every log line a JSON object. On unless {@code sequence.log.json} is false, as it is in
 * tests.
 */
@ApplicationScoped
public class JsonLogs {
    private static final int FIRST = 1;

    private final boolean json;
    private final String service;

    JsonLogs(
            @ConfigProperty(name = "sequence.log.json", defaultValue = "true") boolean json,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.json = json;
        this.service = service;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        if (json) {
            Logger root = LogManager.getLogManager().getLogger("");
            Arrays.stream(root.getHandlers()).forEach(this::format);
        }
    }

    private void format(Handler handler) {
        // Quarkus wraps its console handler, so the formatter is set on what is inside too.
        handler.setFormatter(new JsonLogFormatter(service));
        if (handler instanceof ExtHandler ext) {
            Arrays.stream(ext.getHandlers()).forEach(this::format);
        }
    }
}

package io.sequence.mailer.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.mailer.outbound.doors.TelegramDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has the desk ask for the bot's news for as long as the service runs, if there is a bot. */
@ApplicationScoped
class TelegramTimer {
    private static final Logger LOG = Logger.getLogger(TelegramTimer.class);
    private static final Duration TROUBLE_PAUSE = Duration.ofSeconds(5);
    private static final Duration LAST_ROUND = Duration.ofSeconds(3);

    private final TelegramDesk desk;
    private volatile boolean running = true;
    private @Nullable Thread thread;
    private String standing = "";

    TelegramTimer(TelegramDesk desk) {
        this.desk = desk;
    }

    void start(@Observes StartupEvent event) {
        if (desk.isOpen()) {
            thread = Thread.ofPlatform().name("telegram-timer").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        Thread asking = thread;
        if (asking == null) {
            return;
        }
        asking.interrupt();
        asking.join(LAST_ROUND);
        try {
            desk.close();
        } catch (RuntimeException e) {
            LOG.debugf("the bot's news stay reserved for a while: %s", e.getMessage());
        }
    }

    private void run() {
        while (running) {
            Duration pause;
            try {
                pause = desk.round();
                tell();
            } catch (RuntimeException e) {
                LOG.warnf("no news of the bot for now: %s", e.getMessage());
                pause = TROUBLE_PAUSE;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Once for each change: an operator must know of a token that is not known. */
    private void tell() {
        String now = desk.standing();
        if (running && !now.equals(standing)) {
            standing = now;
            if (now.equals("token_refused")) {
                LOG.error("Telegram does not know our bot's token");
            } else {
                LOG.infof("Telegram: %s", now);
            }
        }
    }
}

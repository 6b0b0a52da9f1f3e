package io.sequence.mailer;

import io.quarkus.arc.properties.IfBuildProperty;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelKind;
import io.sequence.mailer.outbound.doors.AlertDoor;
import io.sequence.mailer.outbound.doors.AlertMessage;
import io.sequence.mailer.outbound.doors.Outcome;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Doors to the {@link AlertReceiver}. */
final class TestDoors {
    private TestDoors() {}

    /** A door of each kind. */
    abstract static class Door implements AlertDoor {
        private final HttpClient client = HttpClient.newHttpClient();

        abstract String url(ChannelChanged channel);

        @Override
        public Outcome deliver(ChannelChanged channel, AlertMessage message) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url(channel)))
                            .header("webhook-id", message.alertId().toString())
                            .header("kind", message.kind().wireName())
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            message.title()
                                                    + "\n"
                                                    + String.join("\n", message.lines())
                                                    + "\n"
                                                    + message.url()
                                                    + "\n"
                                                    + message.subjects()))
                            .build();
            try {
                int status =
                        client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
                return switch (status) {
                    case 200 -> new Outcome.Taken();
                    case 400 -> new Outcome.Refused("it does not take this alert");
                    case 410 -> new Outcome.Gone("it is not subscribed any more");
                    default -> new Outcome.Later("it answered " + status, null);
                };
            } catch (IOException e) {
                return new Outcome.Later("it does not answer", null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome.Later("stopped", null);
            }
        }
    }

    @ApplicationScoped
    @Priority(1)
    @IfBuildProperty(name = "sequence.test.doors", stringValue = "true")
    static class Chat extends Door {
        @Override
        public ChannelKind kind() {
            return ChannelKind.TELEGRAM;
        }

        @Override
        String url(ChannelChanged channel) {
            return AlertReceiver.open().url("chat-" + channel.telegram().chatId());
        }
    }

    @ApplicationScoped
    @Priority(1)
    @IfBuildProperty(name = "sequence.test.doors", stringValue = "true")
    static class Push extends Door {
        @Override
        public ChannelKind kind() {
            return ChannelKind.WEB_PUSH;
        }

        @Override
        String url(ChannelChanged channel) {
            return channel.push().endpoint();
        }
    }

    @ApplicationScoped
    @Priority(1)
    @IfBuildProperty(name = "sequence.test.doors", stringValue = "true")
    static class Hook extends Door {
        @Override
        public ChannelKind kind() {
            return ChannelKind.WEBHOOK;
        }

        @Override
        String url(ChannelChanged channel) {
            return channel.webhook().url();
        }
    }
}

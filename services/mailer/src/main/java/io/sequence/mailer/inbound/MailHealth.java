package io.sequence.mailer.inbound;

import io.sequence.mailer.outbound.MailMeters;
import io.sequence.mailer.outbound.SmtpDoor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how the mail server is doing. Letters wait for it, so it never makes the mailer unready.
 */
@Readiness
@ApplicationScoped
class MailHealth implements HealthCheck {
    private final SmtpDoor door;
    private final MailMeters meters;

    MailHealth(SmtpDoor door, MailMeters meters) {
        this.door = door;
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<Instant> away = door.awaySince();
        var response =
                HealthCheckResponse.named("smtp")
                        .up()
                        .withData("answers", away.isEmpty())
                        .withData("waiting", meters.state().depth());
        away.ifPresent(since -> response.withData("away_since", since.toString()));
        return response.build();
    }
}

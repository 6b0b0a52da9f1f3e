package io.sequence.mailer.inbound;

import io.sequence.mailer.outbound.doors.TelegramDesk;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells how the bot stands with Telegram. Alerts wait for it, so it never makes us unready. */
@Readiness
@ApplicationScoped
class DoorHealth implements HealthCheck {
    private final TelegramDesk desk;

    DoorHealth(TelegramDesk desk) {
        this.desk = desk;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("telegram")
                .up()
                .withData("standing", desk.standing())
                .build();
    }
}

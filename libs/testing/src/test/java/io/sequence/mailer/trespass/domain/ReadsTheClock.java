package io.sequence.mailer.trespass.domain;

import java.time.Instant;

class ReadsTheClock {
    Instant now() {
        return Instant.now();
    }
}

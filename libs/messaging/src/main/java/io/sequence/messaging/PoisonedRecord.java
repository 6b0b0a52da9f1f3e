package io.sequence.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that can never be taken in; its message becomes the reason on the dead-letter topic. */
public final class PoisonedRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PoisonedRecord(ConsumerRecord<?, ?> entry, String reason) {
        super("%s/%d@%d: %s".formatted(entry.topic(), entry.partition(), entry.offset(), reason));
    }
}

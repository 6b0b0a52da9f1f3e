package io.sequence.mailer.trespass.other;

import io.sequence.intake.trespass.inbound.IntakeListener;

class KnowsTheIntake {
    IntakeListener foreign = new IntakeListener();
}

package io.sequence.intake.trespass.other;

import io.sequence.mailer.trespass.inbound.MailerListener;

class KnowsTheMailer {
    MailerListener foreign = new MailerListener();
}

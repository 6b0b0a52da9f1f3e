package io.sequence.health.trespass.other;

import io.sequence.mailer.trespass.inbound.MailerListener;

class KnowsTheMailer {
    MailerListener foreign = new MailerListener();
}

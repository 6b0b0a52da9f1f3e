package io.sequence.simulator.trespass.other;

import io.sequence.mailer.trespass.inbound.MailerListener;

class KnowsTheMailer {
    MailerListener foreign = new MailerListener();
}

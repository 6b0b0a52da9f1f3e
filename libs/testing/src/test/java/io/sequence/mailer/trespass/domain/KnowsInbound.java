package io.sequence.mailer.trespass.domain;

import io.sequence.mailer.trespass.inbound.MailerListener;

class KnowsInbound {
    MailerListener listener = new MailerListener();
}

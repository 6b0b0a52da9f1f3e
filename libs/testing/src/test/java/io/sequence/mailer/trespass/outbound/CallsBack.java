package io.sequence.mailer.trespass.outbound;

import io.sequence.mailer.trespass.inbound.MailerListener;

class CallsBack {
    MailerListener listener = new MailerListener();
}

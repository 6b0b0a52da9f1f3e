package io.sequence.messaging.trespass;

import io.sequence.mailer.trespass.inbound.MailerListener;

class KnowsAService {
    MailerListener foreign = new MailerListener();
}

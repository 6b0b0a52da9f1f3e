package io.sequence.access.trespass;

import io.sequence.mailer.trespass.inbound.MailerListener;

class KnowsAService {
    MailerListener foreign = new MailerListener();
}

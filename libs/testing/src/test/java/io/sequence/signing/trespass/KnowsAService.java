package io.sequence.signing.trespass;

import io.sequence.mailer.trespass.inbound.MailerListener;

class KnowsAService {
    MailerListener foreign = new MailerListener();
}

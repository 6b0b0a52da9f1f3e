package io.sequence.vault.trespass;

import io.sequence.mailer.trespass.inbound.MailerListener;

class KnowsAService {
    MailerListener foreign = new MailerListener();
}

package io.sequence.servicebase.trespass;

import io.sequence.mailer.trespass.inbound.MailerListener;

class KnowsAService {
    MailerListener foreign = new MailerListener();
}

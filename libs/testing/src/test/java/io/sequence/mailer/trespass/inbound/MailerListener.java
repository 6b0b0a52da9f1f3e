package io.sequence.mailer.trespass.inbound;

public class MailerListener {}

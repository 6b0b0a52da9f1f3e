package io.sequence.intake.trespass.inbound;

public class IntakeListener {}

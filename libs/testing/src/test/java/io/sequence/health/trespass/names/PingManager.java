package io.sequence.health.trespass.names;

class PingManager {}

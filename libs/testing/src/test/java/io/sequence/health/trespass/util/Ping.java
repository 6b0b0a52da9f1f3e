package io.sequence.health.trespass.util;

class Ping {}

package io.sequence.health.trespass.unmarked;

class Unmarked {}

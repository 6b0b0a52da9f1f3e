package io.sequence.health.trespass.round.first;

import io.sequence.health.trespass.round.second.Second;

public class First {
    Second second;
}

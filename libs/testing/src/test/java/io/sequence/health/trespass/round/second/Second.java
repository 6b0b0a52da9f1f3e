package io.sequence.health.trespass.round.second;

import io.sequence.health.trespass.round.first.First;

public class Second {
    First first;
}

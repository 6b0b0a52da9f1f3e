package io.sequence.venues.bybit.trespass;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class IsInjected {}

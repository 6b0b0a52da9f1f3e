package io.sequence.venues.kraken.trespass;

import io.sequence.venues.api.Venue;

class Unregistered implements Venue {}

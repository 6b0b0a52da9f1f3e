package io.sequence.venues.bybit.trespass;

class ReadsTheClock {
    long now() {
        return System.currentTimeMillis();
    }
}

package io.sequence.simulator.trespass.venues;

import io.sequence.venues.okx.trespass.OkxSigning;

class AsksAnAdapter {
    OkxSigning signing = new OkxSigning();
}

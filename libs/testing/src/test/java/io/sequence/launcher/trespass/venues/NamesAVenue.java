package io.sequence.launcher.trespass.venues;

import io.sequence.venues.okx.trespass.OkxSigning;

class NamesAVenue {
    OkxSigning signing = new OkxSigning();
}

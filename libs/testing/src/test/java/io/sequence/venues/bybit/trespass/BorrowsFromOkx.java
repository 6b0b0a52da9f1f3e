package io.sequence.venues.bybit.trespass;

import io.sequence.venues.okx.trespass.OkxSigning;

class BorrowsFromOkx {
    OkxSigning signing = new OkxSigning();
}

package io.sequence.venues.bybit.trespass;

import java.net.http.HttpClient;

class OpensASocket {
    HttpClient client;
}

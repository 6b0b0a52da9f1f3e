package io.sequence.events;

import java.util.UUID;

/**
 * A fact that has happened. The record is the JSON payload (snake case); it never carries key
 * material, sealed or not.
 */
public sealed interface Event
        permits ConnectionEvent,
                AccountChanged,
                MailRequested,
                NoticeRequested,
                MailReported,
                KeyProven,
                VenueIncident,
                OwnTrouble,
                VenueBudget,
                ChannelChanged,
                ChannelLinked,
                ChannelLost,
                AlertRequested,
                AlertReported {
    /** The record key: facts with the same key keep their order within a topic. */
    UUID key();
}

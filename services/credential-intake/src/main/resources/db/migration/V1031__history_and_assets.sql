-- When the balances were read at the venue; null when they never were.
alter table connection add column balances_at timestamptz;

-- An account's submissions, newest first: their ids begin with their time.
create index submission_by_account on submission (account_id, id);

-- The pings of five minutes. Time comes first in the key, so that all that is written at a moment lies together.
create table connection_slot (
    at            timestamptz not null,
    connection_id uuid        not null,
    -- Ping by ping: milliseconds since the slot began, by which a ping is known again, and how long the venue took; -1 is a failure.
    moments       integer[]   not null,
    took          integer[]   not null,
    primary key (at, connection_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);

-- From one health state to another; outages are read out of these, whatever the order in which they came.
create table connection_turn (
    connection_id uuid        not null,
    at            timestamptz not null,
    revision      bigint      not null,
    status        text        not null check (status in ('connected', 'error', 'reauth_needed')),
    -- When what it tells of began; not after at.
    began_at      timestamptz not null,
    reason        jsonb,
    primary key (connection_id, at)
);

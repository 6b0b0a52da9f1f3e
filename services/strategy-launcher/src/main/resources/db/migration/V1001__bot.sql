-- What is known of each connection and its bot. A row may be there before its bot, since topics have
-- no order among each other, and stays after its end, so that a late fact cannot bring it back.
create table bot (
    connection_id      uuid    primary key,
    account_id         uuid    not null,
    mode               text    not null check (mode in ('LIVE', 'SANDBOX')),
    venue              text    not null,
    state              text    not null check (state in ('AWAITED', 'RUNNING', 'PAUSED', 'ENDED')),
    strategy_id        text,
    market             text    check (market in ('SPOT', 'DERIVATIVES')),
    bot_id             text,
    bot_number         integer check (bot_number >= 1),
    credential_version integer check (credential_version >= 1),
    revision           bigint,
    health_revision    bigint,
    health_state       text    check (health_state in ('CONNECTED', 'ERROR', 'REAUTH_NEEDED')),
    health_reason      text,
    unique (account_id, bot_number),
    check (state not in ('RUNNING', 'PAUSED')
        or (strategy_id, market, bot_id, bot_number, credential_version, revision) is not null)
);

-- The last bot number that each account used.
create table bot_counter (
    account_id uuid    primary key,
    last       integer not null
);

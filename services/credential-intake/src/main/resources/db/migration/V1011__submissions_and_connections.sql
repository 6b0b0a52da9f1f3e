-- An exchange account as one platform account connected it, as its owner sees it.
create table connection (
    id               uuid primary key,
    account_id       uuid        not null,
    mode             text        not null check (mode in ('live', 'sandbox')),
    venue            text        not null,
    market           text        not null check (market in ('spot', 'derivatives')),
    strategy_id      text        not null,
    label            text        not null,
    phase            text        not null check (phase in ('validating', 'live', 'rejected', 'disconnected')),
    -- The newest credential handed over, and the user's newest act.
    version          integer     not null,
    revision         bigint      not null,
    -- The newest submission that was accepted, and the credential that it brought.
    applied_revision bigint      not null default 0,
    applied_version  integer     not null default 0,
    key_hint         text        not null,
    status           text        not null default 'connected' check (status in ('connected', 'error', 'reauth_needed')),
    -- The newest submission that a health fact spoke of.
    health_revision  bigint      not null default 0,
    reason           jsonb,
    rights           jsonb,
    ip_allow_list    jsonb       not null default '[]',
    warnings         jsonb       not null default '[]',
    sub_account      boolean,
    expires_at       timestamptz,
    expiry_reported  boolean     not null default false,
    balances         jsonb       not null default '[]',
    last_sync_at     timestamptz,
    -- The one account that executes.
    active           boolean     not null default false,
    created_at       timestamptz not null,
    check (not active or phase = 'live')
);
create index connection_by_account on connection (account_id, created_at);
create unique index connection_active on connection (account_id, mode) where active;

create table submission (
    id            uuid primary key,
    account_id    uuid        not null,
    connection_id uuid        not null,
    version       integer     not null,
    type          text        not null check (type in ('add', 'refresh')),
    status        text        not null default 'received' check (status in ('received', 'validating', 'accepted', 'rejected')),
    reason        jsonb,
    warnings      jsonb       not null default '[]',
    created_at    timestamptz not null,
    decided_at    timestamptz
);
create index submission_by_connection on submission (connection_id);

-- What was answered to a request that carried an Idempotency-Key. The fingerprint is keyed, so it tells nothing of the body.
create table answered (
    account_id    uuid        not null,
    key           text        not null,
    fingerprint   bytea       not null,
    submission_id uuid        not null,
    connection_id uuid        not null,
    created_at    timestamptz not null,
    primary key (account_id, key)
);

-- The connection's bot, as strategy-launcher tells of it.
create table bot (
    connection_id uuid primary key,
    account_id    uuid        not null,
    bot_id        text        not null,
    bot_number    integer     not null,
    strategy_id   text        not null,
    state         text        not null check (state in ('running', 'paused', 'ended')),
    reason        jsonb,
    changed_at    timestamptz not null
);

-- A ping that a user asked for.
create table asked_check (
    id            uuid primary key,
    account_id    uuid        not null,
    connection_id uuid        not null,
    asked_at      timestamptz not null,
    answered_at   timestamptz
);
create index asked_check_by_connection on asked_check (connection_id, asked_at);

-- What an account's open pages are told, in order, so that a page that was away can ask for the rest.
create table account_event (
    account_id uuid        not null,
    sequence   bigint      not null,
    type       text        not null,
    data       jsonb       not null,
    at         timestamptz not null,
    primary key (account_id, sequence)
);
create index account_event_by_age on account_event (at);
create table account_event_count (
    account_id uuid primary key,
    last       bigint not null
);

-- Strategies that are open to invited accounts only.
create table invitation (
    account_id  uuid not null,
    strategy_id text not null,
    primary key (account_id, strategy_id)
);

-- What is known of each connection's key, and which reminder comes next. A row stays after the
-- connection has ended, so that a late key.validated cannot bring it back.
create table watched_key (
    connection_id      uuid        primary key,
    account_id         uuid        not null,
    mode               text        not null check (mode in ('LIVE', 'SANDBOX')),
    venue              text        not null,
    credential_version integer     not null check (credential_version >= 1),
    revision           bigint      not null,
    label              text        not null,
    expires_at         timestamptz,
    expiry_reported    boolean     not null,
    said_days_before   integer     check (said_days_before in (10, 3, 1, 0)),
    next_at            timestamptz,
    state              text        not null check (state in ('UNHEARD', 'WATCHED', 'ENDED'))
);
-- The timer asks only for what is due; permanent, ended and finished ladders are not in here.
create index watched_key_due on watched_key (next_at) where next_at is not null;

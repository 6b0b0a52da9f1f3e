-- Connections under watch. dirty: changed by a listener and not yet seen by the shard's owner.
create table watched_connection (
    connection_id    uuid        primary key,
    account_id       uuid        not null,
    version          integer     not null,
    revision         bigint      not null,
    venue            text        not null,
    mode             text        not null,
    market           text,
    host             text,
    shard            integer     not null,
    ended            boolean     not null default false,
    dirty            boolean     not null default true,
    state            text        not null default 'connected'
                     check (state in ('connected', 'error', 'reauth_needed')),
    reason           text,
    first_failure_at timestamptz,
    last_proof_at    timestamptz
);
create index watched_connection_of_shard on watched_connection (shard) where not ended;
create index watched_connection_dirty on watched_connection (shard) where dirty;
-- Proof times are written in batches all the time: leave room on the page.
alter table watched_connection set (fillfactor = 70);

-- Users' checks, until the shard's owner takes them.
create table requested_check (
    check_id      uuid        primary key,
    connection_id uuid        not null,
    shard         integer     not null,
    requested_at  timestamptz not null
);
create index requested_check_of_shard on requested_check (shard);

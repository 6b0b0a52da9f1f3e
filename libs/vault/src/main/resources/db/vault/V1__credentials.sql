-- Sealed credentials. Only the openers may read the sealed column.
create table credential (
    account_id    uuid        not null,
    connection_id uuid        not null,
    version       integer     not null check (version >= 1),
    venue         text        not null,
    mode          text        not null check (mode in ('live', 'sandbox')),
    state         text        not null check (state in ('candidate', 'active', 'retiring')),
    sealed        bytea       not null,
    created_at    timestamptz not null default now(),
    primary key (connection_id, version)
);
-- At most one version is the one to use.
create unique index credential_active on credential (connection_id) where state = 'active';
-- Erased bytes leave the pages soon.
alter table credential set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);

-- Nonces by key, for venues that want them strictly increasing.
create table nonce (
    key_fingerprint text primary key,
    last            bigint not null
);

grant usage on schema vault to credential_intake, key_validation, health_check, strategy_launcher;

-- Intake puts in and erases. It cannot read what it put in.
grant insert, delete, update (sealed) on credential to credential_intake;
grant select (account_id, connection_id, version, venue, mode, state, created_at) on credential to credential_intake;

-- Validation opens candidates, promotes and erases them.
grant select, delete, update (state, sealed) on credential to key_validation;
grant select, insert, update on nonce to key_validation;

-- Health opens the active version and changes nothing.
grant select on credential to health_check;
grant select, insert, update on nonce to health_check;

-- The launcher erases what was replaced.
grant delete, update (sealed) on credential to strategy_launcher;
grant select (account_id, connection_id, version, venue, mode, state, created_at) on credential to strategy_launcher;

-- What changed of a key at its venue last, and the newest submission that such a change spoke of.
alter table connection
    add column drifted_revision bigint not null default 0,
    add column key_changes      jsonb;

-- Links under which calendars fetch an account's expiry dates: the token's hash alone.
create table calendar_link (
    account_id uuid        primary key,
    token_hash bytea       not null unique,
    made_at    timestamptz not null
);

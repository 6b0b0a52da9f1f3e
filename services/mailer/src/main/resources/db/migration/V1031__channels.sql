-- Ways to alert an account beside its mail; the newest by event time counts, a removed one stays removed.
create table channel (
    channel_id   uuid primary key,
    account_id   uuid        not null,
    kind         text        not null check (kind in ('telegram', 'web_push', 'webhook')),
    removed      boolean     not null,
    enabled      boolean     not null,
    urgent_only  boolean     not null,
    -- The event with its target, for the door; null when removed.
    event        text,
    as_of        timestamptz not null,
    -- Since when nothing gets through; what was changed later counts again.
    lost_at      timestamptz
);
create index channel_by_account on channel (account_id) where not removed;

-- How an account wants to be alerted; null columns mean as usual.
alter table addressee add column persist_minutes int;
alter table addressee add column quiet_from text;
alter table addressee add column quiet_until text;
alter table addressee add column quiet_zone text;

-- How alerts are wanted; all null while nothing was ever wished.
alter table account
    add column alert_persist_minutes integer check (alert_persist_minutes between 1 and 1440),
    add column alert_quiet_from      text,
    add column alert_quiet_until     text,
    add column alert_quiet_zone      text,
    add constraint account_quiet_hours_are_whole check (num_nulls(alert_quiet_from, alert_quiet_until, alert_quiet_zone) in (0, 3));

-- Ways to reach a user beside the mail. What webhooks are signed with is derived from the house's key: only its version
-- is here.
create table alert_channel (
    id                uuid primary key,
    account_id        uuid        not null references account on delete cascade,
    kind              text        not null check (kind in ('telegram', 'web_push', 'webhook')),
    name              text        not null,
    enabled           boolean     not null,
    urgent_only       boolean     not null,
    -- The chat's number, the push service's URL, or the user's URL.
    address           text        not null,
    p256dh            text,
    auth              text,
    generation        integer     not null,
    previous_until    timestamptz,
    lost_reason       text,
    lost_at           timestamptz,
    created_at        timestamptz not null,
    -- Since when it is thought to work; a loss before that is an old story.
    revived_at        timestamptz not null,
    changed_at        timestamptz not null,
    check (num_nulls(p256dh, auth) = case when kind = 'web_push' then 0 else 2 end),
    check (num_nulls(lost_reason, lost_at) in (0, 2) and not (enabled and lost_at is not null))
);
create unique index alert_channel_once on alert_channel (account_id, kind, address);

-- One-time codes that link a Telegram chat: SHA-256, one an account.
create table telegram_link (
    account_id uuid primary key references account on delete cascade,
    code_hash  text        not null unique,
    expires_at timestamptz not null
);

-- How alerts stand, as mailer tells it.
create table reported_alert (
    delivery_id text primary key,
    alert_id    uuid        not null,
    channel_id  uuid        not null,
    account_id  uuid        not null,
    kind        text        not null,
    alert       text        not null,
    connections uuid[]      not null,
    delivery    text        not null check (delivery in ('waiting', 'sent', 'failed', 'expired')),
    settled     boolean     not null generated always as (delivery <> 'waiting') stored,
    attempts    integer     not null,
    reason      text,
    queued_at   timestamptz not null,
    at          timestamptz not null
);
create index reported_alert_by_account on reported_alert (account_id, queued_at, delivery_id);
create index reported_alert_by_channel on reported_alert (account_id, channel_id, queued_at, delivery_id);
create index reported_alert_by_age on reported_alert (queued_at);

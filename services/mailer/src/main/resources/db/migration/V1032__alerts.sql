-- How alerts stand with a connection: its own trouble, its venue's incident, its bot's pause.
create table alarm (
    connection_id   uuid primary key,
    account_id      uuid        not null,
    venue           text        not null,
    mode            text        not null,
    trouble_thread  uuid,
    revision        bigint,
    state           text,
    reason          text,
    since           timestamptz,
    confirmed_at    timestamptz,
    next_at         timestamptz,
    incident_id     uuid,
    pause_thread    uuid
);
create index alarm_next on alarm (next_at) where next_at is not null;
create index alarm_by_account on alarm (account_id, next_at);
create index alarm_by_incident on alarm (account_id, incident_id) where incident_id is not null;

-- What belongs together: a beginning, its lasting and its end.
create table alert_thread (
    thread_id      uuid primary key,
    account_id     uuid        not null,
    connection_id  uuid,
    family         text        not null check (family in ('trouble', 'incident', 'pause', 'key')),
    opened_at      timestamptz not null,
    ended_at       timestamptz
);
create index alert_thread_by_connection on alert_thread (connection_id, family);
create index alert_thread_ended on alert_thread (ended_at) where ended_at is not null;

-- A venue's incident as an account knows of it.
create table incident_notice (
    account_id   uuid        not null,
    incident_id  uuid        not null,
    thread_id    uuid        not null,
    venue        text        not null,
    mode         text        not null,
    fault        text        not null,
    since        timestamptz not null,
    tell_at      timestamptz not null,
    told         boolean     not null default false,
    primary key (account_id, incident_id)
);
create index incident_notice_due on incident_notice (tell_at) where not told;

-- What gathers until it is told.
create table tiding (
    tiding_id   bigint generated always as identity primary key,
    account_id  uuid        not null,
    due_at      timestamptz not null,
    body        text        not null
);
create index tiding_due on tiding (due_at);
create index tiding_by_account on tiding (account_id, tiding_id);

create table alert (
    alert_id     uuid primary key,
    account_id   uuid        not null,
    kind         text        not null,
    part         text        not null,
    title        text        not null,
    lines        text[]      not null,
    path         text        not null,
    subjects     text        not null,
    connections  uuid[]      not null,
    at           timestamptz not null,
    made_at      timestamptz not null,
    traceparent  text
);
create index alert_by_account on alert (account_id, made_at);

create table alert_subject (
    alert_id   uuid not null references alert on delete cascade,
    thread_id  uuid not null,
    primary key (alert_id, thread_id)
);
create index alert_subject_by_thread on alert_subject (thread_id);

-- One alert on one channel.
create table alert_delivery (
    delivery_id   bigint generated always as identity primary key,
    alert_id      uuid        not null references alert on delete cascade,
    channel_id    uuid        not null,
    channel_kind  text,
    kind          text        not null,
    state         text        not null default 'waiting'
        check (state in ('waiting', 'sent', 'failed', 'expired')),
    attempts      int         not null default 0,
    hindered      boolean     not null default false,
    reason        text,
    held_until    timestamptz not null,
    due_at        timestamptz not null,
    leased_until  timestamptz,
    queued_at     timestamptz not null,
    finished_at   timestamptz,
    unique (alert_id, channel_id)
);
create index alert_delivery_due on alert_delivery (due_at, delivery_id) where state = 'waiting';
create index alert_delivery_by_channel on alert_delivery (channel_id, delivery_id)
    where state = 'waiting';
create index alert_delivery_finished on alert_delivery (finished_at) where state <> 'waiting';

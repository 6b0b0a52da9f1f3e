-- What is going on at a venue (subject: its name) or with us (own:egress), once for all instances.
create table open_incident (
    subject        text        primary key,
    incident_id    uuid        not null unique,
    kind           text        not null,
    reason         text        not null,
    since          timestamptz not null,
    planned        boolean     not null,
    expected_until timestamptz
);
-- Which instances see it, and when they said so last.
create table incident_holder (
    incident_id uuid        not null references open_incident (incident_id) on delete cascade,
    instance    uuid        not null,
    seen_at     timestamptz not null,
    primary key (incident_id, instance)
);

-- How a connection stands, more finely than state says, and its alarms of late: a restart keeps them.
alter table watched_connection add column condition text;
alter table watched_connection add column flap_alarms integer not null default 0;
alter table watched_connection add column flap_since timestamptz;
-- Its owner's wish, the act that it came with, and whether the alarm that stands was raised meanwhile.
alter table watched_connection add column paused boolean not null default false;
alter table watched_connection add column pause_act bigint not null default 0;
alter table watched_connection add column untold boolean not null default false;

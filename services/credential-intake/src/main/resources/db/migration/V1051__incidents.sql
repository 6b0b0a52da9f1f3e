-- Venues that were in trouble as a whole.
create table venue_incident (
    id          uuid        primary key,
    venue       text        not null,
    venue_code  text        not null,
    venue_words text        not null,
    connections integer     not null,
    began_at    timestamptz not null,
    ended_at    timestamptz
);
create index venue_incident_by_age on venue_incident (began_at desc, id desc);

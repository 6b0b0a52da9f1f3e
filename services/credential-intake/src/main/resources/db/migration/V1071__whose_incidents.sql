-- How an incident is known (keys, planned), or that it is trouble of ours (own), which has no venue.
alter table venue_incident alter column venue drop not null;
alter table venue_incident add column origin text not null default 'keys' check (origin in ('keys', 'planned', 'own'));
alter table venue_incident add column kind text;
alter table venue_incident add column expected_until timestamptz;
-- Which of its two ends operators were told of.
alter table venue_incident add column began_told boolean not null default false;
alter table venue_incident add column ended_told boolean not null default false;
alter table venue_incident add check ((venue is null) = (origin = 'own'));

-- From the last proof to the moment at which trouble was noticed; empty while all is well.
alter table connection add column noticed_within_seconds bigint;

-- Its owner's wish, and how often it was expressed.
alter table connection add column paused boolean not null default false;
alter table connection add column pause_act bigint not null default 0;

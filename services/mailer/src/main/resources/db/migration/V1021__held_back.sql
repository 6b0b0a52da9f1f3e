-- A connection that fails with an incident of its venue: its owner is told when that is over.
alter table connection add column held boolean not null default false;

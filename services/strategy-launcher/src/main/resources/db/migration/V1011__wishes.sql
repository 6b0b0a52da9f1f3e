-- Whether the owner wants the bot to rest, and how often they changed their mind.
alter table bot add column wish_act bigint not null default 0;
alter table bot add column rests boolean not null default false;

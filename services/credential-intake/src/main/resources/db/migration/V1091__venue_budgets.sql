-- What venues let our addresses ask, as each process that pings told it last.
create table venue_budget (
    id         uuid        primary key,
    venue      text        not null,
    address    text        not null,
    told       jsonb       not null,
    told_at    timestamptz not null
);
create index venue_budget_by_age on venue_budget (told_at);

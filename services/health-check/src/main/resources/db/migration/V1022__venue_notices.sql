-- What venues say of themselves, or the configuration of them: when they are closed.
create table venue_notice (
    venue      text        not null,
    from_at    timestamptz not null,
    until_at   timestamptz,
    words      text        not null,
    read_at    timestamptz not null,
    primary key (venue, from_at)
);

-- What a service has to say, until the broker has it. The row is the event.
create table outbox (
    id          bigint generated always as identity primary key,
    event_id    uuid        not null,
    topic       text        not null,
    record_key  uuid        not null,
    payload     text        not null,
    traceparent text,
    created_at  timestamptz not null default now()
);

-- Which events a service has taken in.
create table inbox (
    event_id    uuid primary key,
    received_at timestamptz not null default now()
);
create index inbox_by_age on inbox (received_at);

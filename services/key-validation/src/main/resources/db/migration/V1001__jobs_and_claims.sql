-- Submissions and their verdicts. A worker's lease is a later due_at; a killed worker's job falls due again.
create table validation_job (
    submission_id uuid        primary key,
    connection_id uuid        not null,
    revision      bigint      not null,
    submission    text        not null,
    state         text        not null default 'waiting'
                  check (state in ('waiting', 'accepted', 'rejected', 'withdrawn', 'superseded')),
    due_at        timestamptz not null,
    lease         uuid,
    attempts      integer     not null default 0,
    doubt_fault   text,
    doubt_times   integer,
    doubt_since   timestamptz,
    delayed_at    timestamptz,
    verdict       text,
    traceparent   text,
    taken_in_at   timestamptz not null,
    finished_at   timestamptz
);
create index validation_job_due on validation_job (due_at) where state = 'waiting';
create index validation_job_of_connection on validation_job (connection_id) where state = 'waiting';

-- Which venue account is connected by whom: one connection each.
create table venue_account_claim (
    venue         text        not null,
    mode          text        not null,
    account_uid   text        not null,
    account_id    uuid        not null,
    connection_id uuid        not null unique,
    revision      bigint      not null,
    claimed_at    timestamptz not null,
    primary key (venue, mode, account_uid)
);

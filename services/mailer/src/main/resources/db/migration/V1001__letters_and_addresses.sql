-- Whom an account's mails go to; the newest introduction counts.
create table addressee (
    account_id          uuid primary key,
    email               text        not null,
    name                text        not null,
    client_id           text        not null,
    anti_phishing_code  text,
    as_of               timestamptz not null
);

-- What is known of a connection.
create table connection (
    connection_id     uuid primary key,
    account_id        uuid        not null,
    label             text,
    label_as_of       timestamptz,
    revision          bigint      not null default 0,
    decided_revision  bigint      not null default 0,
    disconnected      boolean     not null default false,
    told              text        not null default 'connected',
    pause_told        boolean     not null default false
);

-- How each key of a connection ends, so that a mail can say which one is meant.
create table connection_key (
    connection_id       uuid not null,
    credential_version  int  not null,
    key_hint            text not null,
    primary key (connection_id, credential_version)
);

create table bot (
    bot_id         text primary key,
    connection_id  uuid not null,
    bot_number     int  not null
);
create index bot_by_connection on bot (connection_id);

-- Letters: waiting ones with the fact that they tell, finished ones without it.
create table mail (
    id             bigint generated always as identity primary key,
    once           text        not null unique,
    template       text        not null,
    account_id     uuid        not null,
    connection_id  uuid,
    event          text,
    valid_until    timestamptz,
    state          text        not null default 'waiting'
        check (state in ('waiting', 'sent', 'failed', 'expired')),
    attempts       int         not null default 0,
    refusals       int         not null default 0,
    hindrance      text        check (hindrance in ('recipient', 'smtp', 'mailbox', 'defect')),
    reason         text,
    due_at         timestamptz not null,
    leased_until   timestamptz,
    queued_at      timestamptz not null,
    finished_at    timestamptz
);
create index mail_due on mail (due_at, id) where state = 'waiting';
create index mail_waiting_by_account on mail (account_id, id) where state = 'waiting';
create index mail_finished on mail (finished_at) where state <> 'waiting';

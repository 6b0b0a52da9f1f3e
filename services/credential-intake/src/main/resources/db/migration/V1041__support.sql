-- What somebody waits for support with. One is open at most for an account, a kind and what it is about; more of the
-- same are counted in it.
create table support_request (
    id            uuid primary key,
    account_id    uuid        not null references account on delete cascade,
    -- The account's, so that accounts that wait are found in the order in which accounts are listed.
    client_number bigint      not null,
    kind          text        not null check (kind in ('microsoft_address', 'contact_support_route', 'invitation', 'question')),
    venue         text,
    market        text check (market in ('spot', 'derivatives')),
    strategy_id   text,
    message       text,
    times         integer     not null,
    first_at      timestamptz not null,
    last_at       timestamptz not null,
    state         text        not null check (state in ('open', 'closed')),
    closed_at     timestamptz,
    closed_by     uuid
);
create unique index support_request_open_once on support_request (account_id, kind, venue, market, strategy_id)
    nulls not distinct where state = 'open';
create index support_request_by_age on support_request (first_at, id);
create index support_request_by_state on support_request (state, first_at, id);
create index support_request_by_account on support_request (account_id, first_at, id);
create index support_request_waiting on support_request (client_number) where state = 'open';
create index account_waiting on account (client_number) where support_clearance = 'needed';

-- What operators wrote to accounts; kept as account_change is.
create table support_message (
    id              uuid primary key,
    account_id      uuid        not null references account on delete cascade,
    written_by      uuid        not null,
    subject         text        not null,
    text            text        not null,
    idempotency_key text,
    written_at      timestamptz not null
);
create index support_message_by_account on support_message (account_id, written_at, id);
create unique index support_message_once on support_message (account_id, written_by, idempotency_key)
    where idempotency_key is not null;

-- How mails stand, as mailer tells it; nothing of what is in them.
create table reported_mail (
    mail_id       text primary key,
    account_id    uuid        not null,
    connection_id uuid,
    template      text        not null,
    delivery      text        not null check (delivery in ('waiting', 'sent', 'failed', 'expired')),
    settled       boolean     not null generated always as (delivery <> 'waiting') stored,
    attempts      integer     not null,
    reason        text,
    queued_at     timestamptz not null,
    at            timestamptz not null
);
create index reported_mail_by_account on reported_mail (account_id, queued_at, mail_id);
create index reported_mail_by_age on reported_mail (queued_at, mail_id);
create index reported_mail_by_delivery on reported_mail (delivery, queued_at, mail_id);

-- For the list of submissions, whose ids begin with their time. Most are accepted: a look at all, newest first, meets
-- those soon enough.
create index submission_rejected on submission (id) where status = 'rejected';
create index submission_received on submission (id) where status = 'received';
create index submission_validating on submission (id) where status = 'validating';
create index if not exists submission_by_account on submission (account_id, id);
create index connection_by_venue on connection (venue);

-- Client numbers begin at 0x3E9; smaller ones are the house's own.
create sequence client_number start 1001;

create table account (
    id                 uuid primary key,
    client_number      bigint      not null unique,
    email              text        not null unique,
    name               text        not null,
    password_hash      text        not null,
    role               text        not null check (role in ('trader', 'operator')),
    support_clearance  text        not null check (support_clearance in ('not_needed', 'needed', 'cleared')),
    anti_phishing_code text,
    registered_at      timestamptz not null,
    email_proven_at    timestamptz
);

-- Mailed codes that wait to be given back. One without an account is a decoy: an answer must not tell whether an address exists.
create table challenge (
    id          uuid primary key,
    account_id  uuid references account on delete cascade,
    code_mac    text        not null,
    opened_at   timestamptz not null,
    sent_at     timestamptz not null,
    valid_until timestamptz not null,
    tries       int         not null,
    resends     int         not null,
    closed_at   timestamptz
);
create index challenge_by_age on challenge (opened_at);
create index challenge_by_account on challenge (account_id);

-- A session is a chain of refresh tokens; only their SHA-256 is kept.
create table session (
    id         uuid primary key,
    account_id uuid        not null references account on delete cascade,
    started_at timestamptz not null,
    ended_at   timestamptz,
    end_reason text check (end_reason in ('signed_out', 'token_reused'))
);
create index session_by_account on session (account_id);

create table refresh_token (
    token_hash text primary key,
    session_id uuid        not null references session on delete cascade,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index refresh_token_by_session on refresh_token (session_id);
create index refresh_token_by_expiry on refresh_token (expires_at);

-- What operators changed.
create table account_change (
    id         bigint generated always as identity primary key,
    account_id uuid        not null,
    changed_by uuid        not null,
    field      text        not null,
    old_value  text,
    new_value  text,
    request_id text        not null,
    changed_at timestamptz not null
);
create index account_change_by_account on account_change (account_id);

-- Where a session is used from, as its owner recognises it; and how far its chain of refresh tokens has come.
alter table session
    add column device       text,
    add column address      text,
    add column last_used_at timestamptz,
    -- The number of the newest tokens, since when there are such, and whether a token before them was taken once more.
    add column generation   integer not null default 0,
    add column advanced_at  timestamptz,
    add column repeated     boolean not null default false;
update session s
set last_used_at = coalesce((select max(t.issued_at) from refresh_token t where t.session_id = s.id), s.started_at),
    advanced_at  = s.started_at,
    generation   = 1;
alter table session
    alter column last_used_at set not null,
    alter column advanced_at set not null,
    drop constraint session_end_reason_check,
    add constraint session_end_reason_check check (end_reason in ('signed_out', 'token_reused', 'ended', 'password_changed'));
create index session_by_end on session (ended_at) where ended_at is not null;

alter table refresh_token add column generation integer not null default 0;
update refresh_token set generation = 1 where used_at is null;

-- Which mails are not wanted; what switches reminders off without a sign-in; and whether account.changed told of the account.
alter table account
    add column unwanted_mails text[]  not null default '{}',
    add column mail_token     text    not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') unique,
    add column told           boolean not null default false;
create index account_untold on account (id) where not told;

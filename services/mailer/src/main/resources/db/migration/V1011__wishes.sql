-- Which mails an account does without, and where it switches reminders off; newest wish by event time.
alter table addressee add column unwanted text[] not null default '{}';
alter table addressee add column unsubscribe_path text;
alter table addressee add column wishes_as_of timestamptz;

-- A letter that its addressee does not want ends without being sent.
alter table mail drop constraint mail_state_check;
alter table mail add constraint mail_state_check
    check (state in ('waiting', 'sent', 'failed', 'expired', 'unwanted'));

-- Letters about several connections of an account at one moment wait for each other and become one.
alter table mail add column gather_until timestamptz;
alter table mail add column gathered_into text;
alter table mail drop constraint mail_state_check;
alter table mail add constraint mail_state_check
    check (state in ('waiting', 'sent', 'failed', 'expired', 'unwanted', 'gathered'));
create index mail_gathering on mail (gather_until) where gather_until is not null;
create index mail_gathered on mail (gathered_into) where gathered_into is not null;

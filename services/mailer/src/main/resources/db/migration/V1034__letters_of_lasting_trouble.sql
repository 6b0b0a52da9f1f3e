-- When trouble that lasts is mailed again, and the fact that the letter tells.
alter table alarm add column letter_at timestamptz;
alter table alarm add column letter text;
create index alarm_letter on alarm (letter_at) where letter_at is not null;

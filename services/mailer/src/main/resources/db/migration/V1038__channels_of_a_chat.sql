-- Anybody may write /stop to the bot, so whose chat that is must be quick to find.
create index channel_by_chat on channel (((event::jsonb #>> '{telegram,chat_id}')::bigint))
    where kind = 'telegram' and not removed;

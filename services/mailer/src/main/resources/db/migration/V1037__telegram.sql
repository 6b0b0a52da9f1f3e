-- How far the bot's news was read, and by which process, until when.
create table telegram_news (
    bot         text primary key,
    next_update bigint      not null,
    read_at     timestamptz,
    holder      uuid        not null,
    held_until  timestamptz not null
);

-- Groups that became supergroups have another number; channels know the old one.
create table telegram_move (
    chat_id  bigint primary key,
    moved_to bigint not null
);

-- What each connection's key is known to be: as it was accepted, then as it was told of last.
-- print stands for the venue's own answer behind it, 0 before the first comparison.
create table key_reading (
    connection_id uuid    primary key,
    shard         integer not null,
    version       integer not null,
    revision      bigint  not null,
    print         bigint  not null default 0,
    accepted_uid  text,
    reading       text    not null
);
create index key_reading_of_shard on key_reading (shard);

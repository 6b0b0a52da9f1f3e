-- Which process took a shard over last. Only it tells transitions of the shard's connections.
create table shard_owner (
    shard integer primary key,
    owner uuid    not null
);

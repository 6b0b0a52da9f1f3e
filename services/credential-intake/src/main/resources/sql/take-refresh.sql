-- A submission that refreshes a connection; the connection is stepped and the event left in the same transaction.
with s as (
    insert into submission (id, account_id, connection_id, version, type, created_at)
    values (?, ?, ?, ?, ?, ?)),
v as (
    insert into vault.credential (account_id, connection_id, version, venue, mode, state, sealed)
    values (?, ?, ?, ?, ?, 'candidate', ?)),
p as (
    update account set anti_phishing_code = ? where id = ? and ?)
insert into answered (account_id, key, fingerprint, submission_id, connection_id, created_at)
select ?, ?, ?, ?, ?, ? where ?

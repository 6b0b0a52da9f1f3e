-- A submission for a new connection, as one statement: connection, submission, sealed credential, the account's
-- anti-phishing code when it is new, the answer to keep when the request carried a key, and the event.
with c as (
    insert into connection (id, account_id, mode, venue, market, strategy_id, label, phase, version, revision, key_hint, created_at)
    values (?, ?, ?, ?, ?, ?, ?, 'validating', 1, 1, ?, ?)),
s as (
    insert into submission (id, account_id, connection_id, version, type, created_at)
    values (?, ?, ?, ?, ?, ?)),
v as (
    insert into vault.credential (account_id, connection_id, version, venue, mode, state, sealed)
    values (?, ?, ?, ?, ?, 'candidate', ?)),
p as (
    update account set anti_phishing_code = ? where id = ? and ?),
a as (
    insert into answered (account_id, key, fingerprint, submission_id, connection_id, created_at)
    select ?, ?, ?, ?, ?, ? where ?)
insert into outbox (event_id, topic, record_key, payload, traceparent)
values (?, ?, ?, ?, ?)

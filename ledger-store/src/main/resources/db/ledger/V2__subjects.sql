-- A person is a random id and a salt; without the salt nothing sealed for that person can be opened again.
create table ledger.subject (
    subject_id   uuid   not null primary key,
    created_at   timestamptz not null default now(),
    destroyed_at timestamptz,
    salt         bytea,
    check ((salt is null) = (destroyed_at is not null))
);

-- Keyed digests by which a person is recognised again; they go when the salt goes. Not unique: two offices' servers may meet a
-- person at the same moment, and families share telephones.
create table ledger.subject_index (
    kind       smallint not null,
    subject_id uuid     not null,
    hmac       bytea    not null
);
create index subject_index_hmac on ledger.subject_index (kind, hmac);
create index subject_index_subject on ledger.subject_index (subject_id);

-- Tells a wrong master key before anything is sealed with it.
create table ledger.key_check (
    only_row boolean primary key default true check (only_row),
    value    bytea   not null
);

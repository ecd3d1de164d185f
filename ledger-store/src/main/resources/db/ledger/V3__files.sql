-- Files as offices send them, in sealed chunks. The key of a file is made of the master key and the salt in its row, so the file
-- is gone for good once that row is deleted.
create table ledger.file (
    file_id    uuid        not null primary key,
    -- Moved forward with every chunk; tells a file that is still being stored from one whose storing was cut off.
    touched_at timestamptz not null default now(),
    -- Null until the last chunk is stored; nobody can open the file before.
    stored_at  timestamptz,
    bytes      bigint,
    chunks     integer,
    sha256     text,
    salt       bytea       not null,
    check ((stored_at is null) = (bytes is null) and (stored_at is null) = (chunks is null) and (stored_at is null) = (sha256 is null))
);
create index file_unfinished on ledger.file (touched_at) where stored_at is null;

create table ledger.file_chunk (
    file_id uuid    not null references ledger.file on delete cascade,
    number  integer not null,
    sealed  bytea   not null,
    primary key (file_id, number)
);
-- What is sealed does not shrink; trying costs time.
alter table ledger.file_chunk alter column sealed set storage external;

-- The Merkle tree over ledger.event: leaf number p is the event at position p. docs/evidence says how it is hashed.

-- Refuses to change what was sealed or signed, as the book refuses to be changed.
create function ledger.refuse_seal_change() returns trigger language plpgsql as $$
begin
    raise exception 'ledger.% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

-- Complete tiles: 256 hashes of 32 bytes each.
create table ledger.seal_tile (
    index  bigint   not null,
    level  smallint not null,
    hashes bytea    not null check (octet_length(hashes) = 8192),
    primary key (level, index)
);
-- Hashes do not shrink; trying costs time.
alter table ledger.seal_tile alter column hashes set storage external;
create trigger seal_tile_is_append_only before update or delete or truncate on ledger.seal_tile
    for each statement execute function ledger.refuse_seal_change();
alter table ledger.seal_tile enable always trigger seal_tile_is_append_only;

-- How far the book is sealed, and the incomplete tiles at the right edge, from level 0 upwards. Whoever seals locks this row.
create table ledger.seal_head (
    only_row boolean primary key default true check (only_row),
    size     bigint  not null,
    edge     bytea   not null
);
alter table ledger.seal_head alter column edge set storage external;
insert into ledger.seal_head (size, edge) values (0, '');
create function ledger.refuse_seal_shrinking() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or new.size <= old.size then
        raise exception 'ledger.seal_head only grows: % is refused', tg_op using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger seal_head_only_grows before insert or update or delete on ledger.seal_head
    for each row execute function ledger.refuse_seal_shrinking();
alter table ledger.seal_head enable always trigger seal_head_only_grows;
create trigger seal_head_stays before truncate on ledger.seal_head
    for each statement execute function ledger.refuse_seal_change();
alter table ledger.seal_head enable always trigger seal_head_stays;

-- Every head that was signed.
create table ledger.seal_checkpoint (
    size      bigint not null primary key,
    signed_at bigint not null default ledger.now_ms(), -- milliseconds since 1970-01-01T00:00Z
    note      text   not null
);
create trigger seal_checkpoint_is_append_only before update or delete or truncate on ledger.seal_checkpoint
    for each statement execute function ledger.refuse_seal_change();
alter table ledger.seal_checkpoint enable always trigger seal_checkpoint_is_append_only;

-- Heads that a witness has countersigned. A copy of the last one lies outside the database.
create table ledger.seal_countersigned (
    size        bigint not null,
    received_at bigint not null default ledger.now_ms(), -- milliseconds since 1970-01-01T00:00Z
    note        text   not null,
    primary key (size, note)
);
create trigger seal_countersigned_is_append_only before update or delete or truncate on ledger.seal_countersigned
    for each statement execute function ledger.refuse_seal_change();
alter table ledger.seal_countersigned enable always trigger seal_countersigned_is_append_only;

-- The public key that signs this book's heads; tells a lost or wrong key file before anything is signed with another.
create table ledger.seal_key (
    only_row   boolean primary key default true check (only_row),
    public_key text    not null
);
create trigger seal_key_is_append_only before update or delete or truncate on ledger.seal_key
    for each statement execute function ledger.refuse_seal_change();
alter table ledger.seal_key enable always trigger seal_key_is_append_only;

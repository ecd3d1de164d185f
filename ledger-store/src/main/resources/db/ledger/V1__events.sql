-- The book of events: append-only, positions without gaps in commit order, recorded times that never run backwards.
-- Wide columns stand first and texts last, which saves padding: there will be many rows.
create table ledger.event (
    position    bigint not null primary key,
    recorded_at bigint not null, -- milliseconds since 1970-01-01T00:00Z by this database's clock
    sequence    bigint not null,
    event_id    uuid   not null,
    stream_id   uuid   not null,
    stream_type text   not null,
    type        text   not null, -- stable name of the event, not a class
    revision    text   not null,
    payload     text   not null, -- JSON
    metadata    text   not null, -- JSON
    constraint event_stream_sequence unique (stream_id, sequence)
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'ledger.event is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end $$;

create trigger event_is_append_only before update or delete or truncate on ledger.event
    for each statement execute function ledger.refuse_change();
-- Always, so that not even a session in replication mode passes by accident.
alter table ledger.event enable always trigger event_is_append_only;

-- One row: up to this time (milliseconds) somebody was told what the book said, so nothing may be recorded at or before it,
-- even if the machine's clock is set back.
create table ledger.promise (
    only_row    boolean primary key default true check (only_row),
    known_until bigint not null
);
insert into ledger.promise (known_until) values (-1);

create function ledger.now_ms() returns bigint language sql volatile as
$$ select floor(extract(epoch from clock_timestamp()) * 1000)::bigint $$;

-- Whoever holds this lock gives out positions; it ends with the transaction.
create function ledger.lock_lane() returns void language sql volatile as
$$ select pg_advisory_xact_lock(4991262740512072) $$;

-- Opens an append: waits for the lane, then tells the next position and the recorded time of this transaction.
-- A volatile function takes a fresh snapshot for each of its statements, so the head is read after the lock was granted.
create function ledger.open_append(out next_position bigint, out recorded_at bigint) language plpgsql as $$
begin
    perform ledger.lock_lane();
    select e.position + 1, e.recorded_at into next_position, recorded_at
        from ledger.event e order by e.position desc limit 1;
    next_position := coalesce(next_position, 0);
    recorded_at := greatest(recorded_at, ledger.now_ms(), (select p.known_until + 1 from ledger.promise p));
end $$;

-- A small append in one statement: lock, positions, rows.
create function ledger.append(
    sequences bigint[], event_ids uuid[], stream_ids uuid[], stream_types text[],
    types text[], revisions text[], payloads text[], metadata text[],
    out first_position bigint, out at bigint) language plpgsql as $$
begin
    select o.next_position, o.recorded_at into first_position, at from ledger.open_append() o;
    insert into ledger.event
        select first_position + n.ordinality - 1, at, n.a, n.b, n.c, n.d, n.e, n.f, n.g, n.h
        from unnest(sequences, event_ids, stream_ids, stream_types, types, revisions, payloads, metadata)
            with ordinality n (a, b, c, d, e, f, g, h);
end $$;

-- The last position recorded at or before a time, -1 if there is none. Recorded times grow with the position, so halving finds
-- it without an index on time; positions have no gaps, so every probe hits a row.
create function ledger.position_at(known_at bigint) returns bigint language plpgsql stable as $$
declare
    low bigint := -1;
    high bigint := (select coalesce(max(e.position), -1) from ledger.event e);
    middle bigint;
begin
    while low < high loop
        middle := low + (high - low + 1) / 2;
        if (select e.recorded_at from ledger.event e where e.position = middle) <= known_at then
            low := middle;
        else
            high := middle - 1;
        end if;
    end loop;
    return low;
end $$;

-- As position_at, but the answer stays the same for ever; null if the time is not over yet.
create function ledger.position_as_known_at(known_at bigint) returns bigint language plpgsql volatile as $$
declare
    last_recorded bigint;
begin
    if known_at >= ledger.now_ms() then
        return null;
    end if;
    last_recorded := (select e.recorded_at from ledger.event e order by e.position desc limit 1);
    if last_recorded is null or last_recorded <= known_at then
        -- An append in flight may have been given its time already: wait for it. Later ones are kept off by the promise.
        -- Losing the promise matters only if the machine fails within the second and its clock is set back: no need to wait for the disk.
        perform set_config('synchronous_commit', 'off', true);
        perform ledger.lock_lane();
        update ledger.promise p set known_until = known_at where p.known_until < known_at;
    end if;
    return ledger.position_at(known_at);
end $$;

-- One snapshot a stream, only to load it faster; may be deleted at any time.
create table ledger.snapshot (
    stream_id   uuid   not null primary key,
    sequence    bigint not null,
    recorded_at bigint not null,
    event_id    uuid   not null,
    stream_type text   not null,
    type        text   not null,
    revision    text,
    payload     text   not null,
    metadata    text   not null
);

-- How far each event processor has read; the columns are those of Axon's JdbcTokenStore.
create table ledger.tokenentry (
    processorname varchar(255) not null,
    segment       integer      not null,
    token         bytea,
    tokentype     varchar(255),
    timestamp     varchar(255),
    owner         varchar(255),
    primary key (processorname, segment)
);

-- What was answered to "as known at", for events that lie on Axon Server: the answer stays the same for ever.
create table ledger.known_at (
    known_at bigint not null primary key, -- milliseconds since 1970-01-01T00:00Z
    position bigint not null
);

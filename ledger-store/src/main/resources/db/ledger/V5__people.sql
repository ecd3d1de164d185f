-- Who is known under these keyed digests, with the salt; those whose key was destroyed are left out. A function, because its plan
-- is kept: looking for one person is over sooner than the planning of the query. The laterals keep the planner from reading a
-- whole table where it guesses that many people are asked for.
create function ledger.find_people(kinds smallint[], hmacs bytea[])
    returns table (kind smallint, hmac bytea, subject_id uuid, created_at timestamptz, salt bytea)
    language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
    return query
        select w.kind, w.hmac, s.subject_id, s.created_at, s.salt
        from unnest(kinds, hmacs) w (kind, hmac)
            cross join lateral (
                select i.subject_id from ledger.subject_index i where i.kind = w.kind and i.hmac = w.hmac offset 0) i
            cross join lateral (
                select p.subject_id, p.created_at, p.salt from ledger.subject p
                where p.subject_id = i.subject_id and p.salt is not null offset 0) s;
end $$;

-- Asked only when a key is destroyed. Ids of people grow with the time at which they are met, so a few pages of ranges do for this
-- what one entry for each digest did before.
drop index ledger.subject_index_subject;
create index subject_index_subject on ledger.subject_index using brin (subject_id) with (autosummarize = on);

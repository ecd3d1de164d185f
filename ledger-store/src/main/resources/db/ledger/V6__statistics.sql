-- What the planner would learn of these columns helps no question, and gathering it costs more than all the rest: they are wide,
-- they are nearly all different, and a table that grows is looked at again and again.
alter table ledger.event alter column payload set statistics 0;
alter table ledger.event alter column metadata set statistics 0;
alter table ledger.event alter column event_id set statistics 0;
alter table ledger.subject alter column salt set statistics 0;
alter table ledger.seal_tile alter column hashes set statistics 0;

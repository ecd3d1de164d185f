-- Every read model, in the schema that takes the place of ${schema}. Each column is a function of the
-- events alone: no clocks, no serials, no defaults that differ between two builds. Amounts are minor units.

create schema ${schema};

create table ${schema}.projection (
  name text primary key,
  position bigint not null
);

insert into ${schema}.projection (name, position) values ('ledger', -1);

create table ${schema}.fund (
  fund_id uuid primary key,
  opened_position bigint not null,
  organisation text not null,
  code text not null,
  name text not null,
  purpose text not null,
  currency text not null,
  treatment text not null,
  approval_threshold bigint,
  state text not null,
  published boolean not null,
  successor_fund_id uuid,
  pending_change_id text,
  pending_purpose text,
  pending_threshold bigint,
  pending_threshold_removed boolean,
  pending_proposed_by text,
  pending_reason_subject uuid,
  pending_reason_sealed text,
  closed_through date,
  late_entries text,
  opening bigint not null,
  received bigint not null,
  refunded bigint not null,
  other_income bigint not null,
  other_expense bigint not null,
  transferred_in bigint not null,
  transferred_out bigint not null,
  paid bigint not null,
  reserved bigint not null,
  last_entry_number bigint not null,
  last_position bigint not null
) with (fillfactor = 50);

create index fund_opened on ${schema}.fund (opened_position);

create table ${schema}.trail (
  position bigint not null,
  line integer not null,
  fund_id uuid not null,
  entry_number bigint,
  event_id uuid not null,
  stream_type text not null,
  stream_id uuid not null,
  type text not null,
  movement text,
  refund boolean not null,
  recorded_at timestamptz not null,
  effective_on date,
  posted_in date,
  actor text,
  amount bigint,
  balance_after bigint not null,
  facts jsonb not null,
  person_subject uuid,
  person_sealed text,
  text_subject uuid,
  text_sealed text,
  primary key (position, line)
);

-- Entries of closed periods that were booked in a later one are few.
create index trail_posted_in on ${schema}.trail (posted_in, fund_id) where posted_in is not null;

create index trail_fund on ${schema}.trail (fund_id, position, line);

create index trail_entry on ${schema}.trail (fund_id, entry_number) where entry_number is not null;

-- What a figure other than donations is made of, found among however many donations of a fund.
create index trail_movement on ${schema}.trail (fund_id, position, line) where movement <> 'DONATION';

-- The first line of a donation is found by its position, so that the many need no place here.
create index trail_stream on ${schema}.trail (stream_id, position) where type <> 'DonationReceived';

-- Sums of whole spans of positions, written once when the span is full and never changed again. The lengths of the levels are the
-- powers of two ${spans}: other lengths make other tables, although their columns are the same.
create table ${schema}.span (
  fund_id uuid not null,
  level integer not null,
  span bigint not null,
  effective_on date not null,
  opening bigint not null,
  received bigint not null,
  refunded bigint not null,
  other_income bigint not null,
  other_expense bigint not null,
  transferred_in bigint not null,
  transferred_out bigint not null,
  paid bigint not null,
  reserved bigint not null,
  primary key (fund_id, level, span, effective_on)
);

create index span_level on ${schema}.span (level, span);

create table ${schema}.day_total (
  fund_id uuid not null,
  effective_on date not null,
  opening bigint not null,
  received bigint not null,
  refunded bigint not null,
  other_income bigint not null,
  other_expense bigint not null,
  transferred_in bigint not null,
  transferred_out bigint not null,
  paid bigint not null,
  reserved bigint not null,
  primary key (fund_id, effective_on)
) with (fillfactor = 50);

create table ${schema}.donation (
  donation_id uuid primary key,
  fund_id uuid not null,
  organisation text not null,
  source text not null,
  reference text not null,
  status text not null,
  amount bigint not null,
  currency text not null,
  received_on date not null,
  channel text not null,
  donor_kind text not null,
  donor_organisation text,
  donor_subject uuid,
  donor_sealed text,
  donor_digest text,
  document_hash text,
  entry_number bigint not null,
  recorded_at timestamptz not null,
  recorded_by text,
  refund_reserved bigint not null,
  refunded bigint not null,
  first_position bigint not null,
  last_position bigint not null
);

create index donation_fund on ${schema}.donation (fund_id, first_position);
-- Finds what a donor gave before, at the desk.
create index donation_donor on ${schema}.donation (donor_subject) where donor_subject is not null;
-- Finds what was given on a day, or came with one list. Gifts of one day and of one list stand together, so that a few words for each
-- hundred pages do, where an index of every gift would make each of them dearer.
create index donation_came on ${schema}.donation using brin (received_on, source text_bloom_ops (n_distinct_per_range = 64))
  with (autosummarize = on);

create table ${schema}.payout (
  payout_id uuid primary key,
  fund_id uuid not null,
  organisation text not null,
  reference text not null,
  kind text not null,
  donation_id uuid,
  batch_id uuid,
  state text not null,
  amount bigint not null,
  currency text not null,
  payee_subject uuid not null,
  payee_sealed text not null,
  payee_digest text not null,
  account_last_four text,
  purpose_subject uuid not null,
  purpose_sealed text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  approvals jsonb not null,
  paid_by text,
  paid_on date,
  bank_reference text,
  returned_on date,
  reason_subject uuid,
  reason_sealed text,
  first_position bigint not null,
  last_position bigint not null
);

create index payout_fund on ${schema}.payout (fund_id, first_position);

create index payout_state on ${schema}.payout (state, first_position);

create index payout_in_batch on ${schema}.payout (batch_id, first_position) where batch_id is not null;

create table ${schema}.payout_batch (
  batch_id uuid primary key,
  fund_id uuid not null,
  organisation text not null,
  reference text not null,
  state text not null,
  count integer not null,
  total bigint not null,
  requested_by text not null,
  requested_at timestamptz not null,
  approvals jsonb not null,
  reason_subject uuid,
  reason_sealed text,
  first_position bigint not null,
  last_position bigint not null
);

create index payout_batch_fund on ${schema}.payout_batch (fund_id, first_position);

create index payout_batch_opened on ${schema}.payout_batch (first_position);

create table ${schema}.account (
  account_id uuid primary key,
  username_subject uuid not null,
  username_sealed text not null,
  roles jsonb not null,
  disabled boolean not null,
  opened_at timestamptz not null,
  password_changed_at timestamptz,
  first_position bigint not null,
  last_position bigint not null
);

create index account_opened on ${schema}.account (first_position);

create table ${schema}.token (
  token_id text primary key,
  account_id uuid not null,
  issued_at timestamptz not null,
  revoked boolean not null,
  first_position bigint not null,
  last_position bigint not null
);

create index token_account on ${schema}.token (account_id, first_position);

create table ${schema}.document (
  document_id uuid primary key,
  entry_kind text not null,
  entry_id uuid not null,
  fund_id uuid,
  file_id uuid not null,
  sha256 text not null,
  media_type text not null,
  size bigint not null,
  name_subject uuid not null,
  name_sealed text not null,
  attached_by text not null,
  attached_at timestamptz not null,
  position bigint not null
);

create index document_of_entry on ${schema}.document (entry_id, position);

create table ${schema}.refusal (
  position bigint primary key,
  refusal_id text not null,
  recorded_at timestamptz not null,
  actor text,
  command text not null,
  code text not null,
  fund_id text,
  subject_of_command text,
  facts jsonb not null
);

create table ${schema}.period_step (
  position bigint primary key,
  recorded_at timestamptz not null,
  organisation text not null,
  type text not null,
  period text not null,
  proposal_id text not null,
  actor text not null,
  late_entries text,
  open_items jsonb not null,
  reason_subject uuid,
  reason_sealed text,
  closed_through date,
  funds integer,
  statements jsonb
);

create index period_step_organisation on ${schema}.period_step (organisation, position);

create table ${schema}.finding (
  finding_id uuid primary key,
  organisation text not null,
  fund_id uuid,
  severity text not null,
  exception_kind text,
  state text not null,
  positions jsonb not null,
  text_subject uuid not null,
  text_sealed text not null,
  raised_by text not null,
  raised_at timestamptz not null,
  answered_by text,
  answered_at timestamptz,
  closed_by text,
  closed_at timestamptz,
  first_position bigint not null,
  last_position bigint not null
);

create index finding_raised on ${schema}.finding (first_position);

create table ${schema}.finding_step (
  position bigint primary key,
  finding_id uuid not null,
  type text not null,
  recorded_at timestamptz not null,
  actor text not null,
  text_subject uuid not null,
  text_sealed text not null
);

create index finding_step_finding on ${schema}.finding_step (finding_id, position);

create table ${schema}.data_access (
  position bigint primary key,
  access_id text not null,
  recorded_at timestamptz not null,
  actor text,
  subject_id uuid not null,
  field text not null,
  context text not null
);

create table ${schema}.key_destruction (
  subject_id uuid primary key,
  state text not null,
  reason_subject uuid,
  reason_sealed text,
  requested_by text not null,
  requested_at timestamptz,
  confirmed_by text,
  destroyed_at timestamptz,
  first_position bigint not null,
  last_position bigint not null
);

create index key_destruction_asked on ${schema}.key_destruction (first_position);

-- What the planner would learn of these columns helps no question, and gathering it costs more than all the rest: they are wide and
-- nearly all different.
alter table ${schema}.trail
  alter column facts set statistics 0,
  alter column event_id set statistics 0,
  alter column person_sealed set statistics 0,
  alter column text_sealed set statistics 0;

alter table ${schema}.donation
  alter column donor_sealed set statistics 0,
  alter column donor_digest set statistics 0,
  alter column document_hash set statistics 0;

alter table ${schema}.payout
  alter column payee_sealed set statistics 0,
  alter column payee_digest set statistics 0,
  alter column purpose_sealed set statistics 0,
  alter column approvals set statistics 0,
  alter column reason_sealed set statistics 0;

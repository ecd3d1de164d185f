-- Imports of files: work in progress, apart from the book. Nothing here names a person: names and numbers stand as keyed digests,
-- and the file itself lies encrypted elsewhere until its time is over.

create table intake.import (
  import_id        uuid primary key,
  number           bigint generated always as identity unique,
  fund_id          uuid not null,
  currency         text not null,
  -- Absent until the file was looked at, unless it was asked for.
  kind             text,
  -- The name under which lines without a reference of their own are known; the source of their references.
  batch            text,
  -- What the check used while nobody has given a name.
  proposed_batch   text,
  channel          text,
  file_name        text not null,
  -- Absent once the file was deleted; its hash stays.
  file_id          uuid,
  sha256           text not null,
  bytes            bigint not null,
  -- JSON, as texts: what was asked for, how the columns were read, and what the check found.
  mapping          text,
  layout           text,
  findings         text,
  control_total    bigint,
  duplicates       text not null,
  good_lines_only  boolean not null,
  dry_run          boolean not null,
  started_by       text not null,
  started_at       timestamptz not null,
  posted_by        text,
  state            text not null check (state in ('RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  phase            text not null check (phase in ('CHECKING', 'CHECKED', 'WAITING', 'POSTING', 'POSTED')),
  phase_began_at   timestamptz not null,
  ended_at         timestamptz,
  failure_code     text,
  failure_facts    text,
  cancel_requested boolean not null default false,
  lease_owner      text,
  lease_until      timestamptz,
  -- Progress of the phase; of is an estimate while the file is read for the first time.
  done             bigint not null default 0,
  of               bigint not null default 0,
  lines            bigint not null default 0,
  total            bigint not null default 0,
  refused          bigint not null default 0,
  skipped          bigint not null default 0,
  recorded         bigint not null default 0,
  already_recorded bigint not null default 0,
  changed          bigint not null default 0,
  -- Every new line up to this one has been put into the book, except those that say otherwise.
  posted_to        integer not null default 0,
  -- The head of the book when the posting began: what is after it and from this file was put there by this import.
  posting_from     bigint,
  payout_batch_id  uuid
);

create index import_fund on intake.import (fund_id, number);

create index import_running on intake.import (number) where state = 'RUNNING';

-- One posting at a time in each fund, so that two imports of one file never claim the same line.
create unique index import_posting on intake.import (fund_id) where state = 'RUNNING' and phase = 'POSTING';

create index import_file on intake.import (started_at) where file_id is not null;

-- One row for each line of a file that holds data.
create table intake.line (
  import      bigint not null references intake.import (number) on delete cascade,
  line        integer not null,
  occurrence  integer not null default 1,
  amount      bigint,
  -- What is recorded for several lines together, on the first of them.
  sum         bigint,
  -- What the book held for a line that changed.
  before      bigint,
  day         date,
  -- The line with which this one is summed up.
  leader      integer,
  person_kind smallint not null default 0,
  same_donor  boolean,
  -- Identity of the donation by its reference, and the identity of this line where the reference occurs more than once.
  key         uuid,
  entry       uuid,
  -- Another entry or line that may be the same gift.
  suspect     text,
  status      text not null,
  -- Whether the line has a reference of its own.
  referenced  boolean not null,
  -- EQUAL or DIFFERENT where another line of the file has the same reference, or the same person and day.
  repeated    text,
  unit        text,
  code        text,
  cell        text,
  problems    text, -- JSON of all that is wrong with the line
  person      bytea,
  name        bytea,
  primary key (import, line)
);

create index line_listed on intake.line (import, status, line) where status <> 'NEW';

create index line_suspect on intake.line (import, line) where suspect is not null;

create index line_repeated on intake.line (import, line) where repeated is not null;

-- Donations of the batch that the file does not hold any more.
create table intake.gone (
  import      bigint not null references intake.import (number) on delete cascade,
  donation_id uuid not null,
  amount      bigint not null,
  primary key (import, donation_id)
);

-- Corrections that a file asks for; each needs a second person.
create table intake.correction (
  import       bigint not null references intake.import (number) on delete cascade,
  line         integer not null,
  donation_id  uuid not null,
  amount_before bigint not null,
  amount       bigint not null,
  day_before   date not null,
  day          date not null,
  unit_before  text,
  unit         text,
  same_donor   boolean not null,
  state        text not null check (state in ('PROPOSED', 'CONFIRMED', 'POSTED', 'REFUSED')),
  code         text,
  proposed_by  text not null,
  confirmed_by text,
  primary key (import, line)
);

-- How a person mapped the columns of files of one shape.
create table intake.mapping (
  shape      text primary key,
  mapping    text not null,
  changed_by text not null,
  changed_at timestamptz not null
);

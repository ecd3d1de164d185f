-- Secrets of accounts. They are kept apart from the book: an event is for ever, a secret is not.

create table security.credential (
  account_id          uuid primary key,
  username            text not null,
  password_hash       text not null,
  -- RESERVED: the name is taken, but the book does not know the account yet; nobody can sign in.
  state               text not null default 'RESERVED' check (state in ('RESERVED', 'ACTIVE', 'DISABLED')),
  -- Grows with every change of the password and ends the sessions that are older.
  generation          integer not null default 0,
  -- Whether the account is an administrator, for the rule that the last one stays. Never counts one too many.
  admin               boolean not null default false,
  created_at          timestamptz not null default now(),
  password_changed_at timestamptz not null default now()
);

create unique index credential_username on security.credential (lower(username));

create table security.api_token (
  token_id   uuid primary key,
  -- SHA-256 of the token, which is random and long enough to need no slow hash.
  token_hash bytea not null unique check (length(token_hash) = 32),
  account_id uuid not null references security.credential,
  label      text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz
);

create index api_token_account on security.api_token (account_id);

-- One row once the first accounts are all there.
create table security.bootstrap (
  singleton    boolean primary key default true check (singleton),
  completed_at timestamptz not null default now()
);

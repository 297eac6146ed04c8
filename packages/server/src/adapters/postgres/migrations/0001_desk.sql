-- The desk's tables. Instants are milliseconds since 1970 in UTC; personal text is sealed with a key per person.
-- Every row belongs to a workspace, and row-level security is the second wall behind the verbs. The service works
-- as troth_app, which owns nothing and can only add to the event log.

create schema troth;
create schema auth;
grant usage on schema troth, auth to troth_app;

create function troth.now_ms() returns bigint language sql volatile as
$$ select floor(extract(epoch from clock_timestamp()) * 1000)::bigint $$;

create function troth.this_workspace() returns uuid language sql stable as
$$ select nullif(current_setting('troth.workspace', true), '')::uuid $$;

-- One row: what the installation's key makes of a known word, so that a wrong key is seen at start.
create table troth.installation (
  is_only boolean primary key default true check (is_only),
  key_check text not null
);

create table troth.workspace (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  base_url text not null,
  -- Origins whose pages may embed the widget.
  embedders text[] not null default '{}',
  is_demo boolean not null default false,
  created_at bigint not null
);

create table troth.policy_version (
  workspace_id uuid not null references troth.workspace,
  version text not null,
  policy text not null,
  hash text not null,
  files jsonb not null,
  published_at bigint not null,
  published_by text not null,
  note text,
  primary key (workspace_id, version)
);
create index policy_version_newest on troth.policy_version (workspace_id, published_at desc);

create table troth.issuer (
  workspace_id uuid not null references troth.workspace,
  iss text not null,
  algorithm text not null check (algorithm in ('HS256', 'ES256', 'EdDSA')),
  -- HS256: kid to secret, sealed with the installation's key. Others: a public JWK set.
  secrets jsonb,
  jwks jsonb,
  primary key (workspace_id, iss),
  check ((algorithm = 'HS256') = (secrets is not null)),
  check ((algorithm <> 'HS256') = (jwks is not null))
);

create table troth.api_key (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  name text not null,
  hash bytea not null unique,
  scopes text[] not null,
  created_at bigint not null,
  revoked_at bigint,
  primary key (workspace_id, id)
);

create table troth.person (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  kind text not null check (kind in ('customer', 'agent')),
  issuer text not null,
  subject text not null,
  name bytea not null,
  email bytea not null,
  -- Keyed hash of the address: finds it without reading it.
  email_index bytea not null,
  agent_role text check (agent_role in ('agent', 'lead', 'admin')),
  deactivated_at bigint,
  created_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, issuer, subject),
  check ((kind = 'agent') = (agent_role is not null))
);
create index person_email on troth.person (workspace_id, email_index);
create index person_agents on troth.person (workspace_id) where kind = 'agent';

-- Forgetting a person is deleting this row: what was sealed with the key cannot be read again.
create table troth.person_key (
  workspace_id uuid not null,
  person_id uuid not null,
  wrapped bytea not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references troth.person
);

create table troth.organisation (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  external_id text not null,
  name text not null,
  version integer not null,
  head text not null,
  primary key (workspace_id, id),
  unique (workspace_id, external_id)
);

create table troth.membership (
  workspace_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('owner', 'admin', 'member', 'restricted')),
  removed_at bigint,
  primary key (workspace_id, organisation_id, person_id),
  foreign key (workspace_id, organisation_id) references troth.organisation,
  foreign key (workspace_id, person_id) references troth.person
);
create index membership_person on troth.membership (workspace_id, person_id);

-- What an organisation subscribed to, from when on: the timeline its events make.
create table troth.subscription (
  workspace_id uuid not null,
  organisation_id uuid not null,
  seq integer not null,
  at bigint not null,
  pricing text,
  tier text,
  state text not null check (state in ('active', 'lapsed', 'suspended', 'none')),
  primary key (workspace_id, organisation_id, seq),
  foreign key (workspace_id, organisation_id) references troth.organisation
);
create index subscription_at on troth.subscription (workspace_id, organisation_id, at desc, seq desc);

create table troth.project (
  workspace_id uuid not null,
  organisation_id uuid not null,
  id text not null,
  name text not null,
  region text not null,
  is_production boolean,
  primary key (workspace_id, organisation_id, id),
  foreign key (workspace_id, organisation_id) references troth.organisation
);

create table troth.branch (
  workspace_id uuid not null,
  organisation_id uuid not null,
  project_id text not null,
  id text not null,
  name text not null,
  is_default boolean not null,
  is_protected boolean not null,
  state text not null,
  primary key (workspace_id, organisation_id, project_id, id),
  foreign key (workspace_id, organisation_id, project_id) references troth.project on delete cascade
);

create table troth.endpoint (
  workspace_id uuid not null,
  organisation_id uuid not null,
  project_id text not null,
  branch_id text not null,
  id text not null,
  kind text not null,
  state text not null,
  is_disabled boolean not null,
  suspended_for text,
  primary key (workspace_id, organisation_id, project_id, branch_id, id),
  foreign key (workspace_id, organisation_id, project_id, branch_id) references troth.branch on delete cascade
);

-- The truth. One hash chain a stream (a ticket, an organisation); the service may add to it and nothing else.
create table troth.event (
  workspace_id uuid not null references troth.workspace,
  stream_id uuid not null,
  stream text not null check (stream in ('ticket', 'organisation', 'workspace')),
  seq integer not null check (seq > 0),
  at bigint not null,
  kind text not null,
  actor_kind text not null,
  actor_id text,
  body jsonb not null,
  previous text not null,
  hash text not null,
  -- An effect that must happen once carries a key; a second one breaks on the index.
  effect_key text,
  -- Order of the live stream: what a reader has seen is everything below its own snapshot.
  position bigint generated always as identity,
  txid xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, stream_id, seq)
);
create unique index event_once on troth.event (workspace_id, stream_id, effect_key) where effect_key is not null;
create index event_live on troth.event (txid, position);

create table troth.seal (
  workspace_id uuid not null references troth.workspace,
  seq integer not null,
  at bigint not null,
  -- Heads of the streams that grew since the seal before: [stream, seq, hash].
  heads jsonb not null,
  through_txid xid8 not null,
  previous text not null,
  hash text not null,
  primary key (workspace_id, seq)
);

create sequence troth.ticket_number start 1001;

create table troth.ticket (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  number integer not null,
  organisation_id uuid not null,
  requester_id uuid not null,
  state text not null,
  category text not null,
  route text not null,
  intake text not null,
  severity_chosen text,
  severity_assessed text,
  -- The one in force: assessed, else chosen, else the policy's default.
  severity text not null,
  pricing text,
  plan text not null,
  tier text,
  subscription text not null,
  policy_version text not null,
  project_id text,
  branch_id text,
  endpoint_id text,
  region text,
  subject bytea not null,
  business_impact bytea,
  is_business_impact_unknown boolean not null,
  facts bytea,
  flags text[] not null,
  locale text not null,
  zone text,
  assignee_id uuid,
  outcome text,
  outcome_detail text,
  opened_at bigint not null,
  changed_at bigint not null,
  resolved_at bigint,
  version integer not null,
  head text not null,
  last_customer_seq integer not null,
  last_staff_seq integer not null,
  -- Made by core from the policy's queue order: sorts as the queue does.
  queue_key text collate "C" not null,
  is_open boolean not null,
  is_late boolean not null,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, organisation_id) references troth.organisation,
  foreign key (workspace_id, requester_id) references troth.person
);
create index ticket_queue on troth.ticket (workspace_id, queue_key) where is_open and route = 'support';
create index ticket_handed_on on troth.ticket (workspace_id, queue_key) where is_open and route <> 'support';
create index ticket_mine on troth.ticket (workspace_id, assignee_id, queue_key) where is_open;
create index ticket_late on troth.ticket (workspace_id, queue_key) where is_open and is_late;
create index ticket_waiting on troth.ticket (workspace_id, queue_key) where is_open and state = 'waiting-on-customer';
create index ticket_organisation on troth.ticket (workspace_id, organisation_id, changed_at desc, number desc);
create index ticket_requester on troth.ticket (workspace_id, requester_id, changed_at desc, number desc);
create index ticket_answered on troth.ticket (workspace_id, requester_id) where last_staff_seq > 0;

create table troth.message (
  workspace_id uuid not null,
  ticket_id uuid not null,
  seq integer not null,
  id uuid not null,
  at bigint not null,
  author_id uuid,
  author_kind text not null check (author_kind in ('customer', 'agent', 'automation', 'ai')),
  is_note boolean not null,
  body bytea not null,
  primary key (workspace_id, ticket_id, seq),
  foreign key (workspace_id, ticket_id) references troth.ticket
);

-- What was promised on a ticket and how it stands: a copy of what the events say, with what it was computed from.
create table troth.commitment (
  workspace_id uuid not null,
  ticket_id uuid not null,
  ordinal integer not null,
  metric text not null,
  firmness text not null,
  state text not null,
  started_at bigint not null,
  due_at bigint,
  stopped_at bigint,
  policy_version text not null,
  calendar_id text,
  calendar_version text,
  zone text,
  tzdata text not null,
  terms jsonb not null,
  receipt jsonb,
  -- When somebody must look again (the due instant of a running clock); null when nothing can happen by itself.
  wake_at bigint,
  primary key (workspace_id, ticket_id, ordinal),
  foreign key (workspace_id, ticket_id) references troth.ticket
);
create index commitment_wake on troth.commitment (wake_at) where wake_at is not null;
create index commitment_ended on troth.commitment (workspace_id, ticket_id) where state in ('met', 'breached');

create table troth.read_mark (
  workspace_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null,
  seq integer not null,
  primary key (workspace_id, ticket_id, person_id),
  foreign key (workspace_id, ticket_id) references troth.ticket
);

create table troth.draft (
  workspace_id uuid not null,
  person_id uuid not null,
  key text not null,
  content bytea not null,
  saved_at bigint not null,
  primary key (workspace_id, person_id, key),
  foreign key (workspace_id, person_id) references troth.person
);

-- The first answer to a write, given again to a retry with the same key. Committed with the effect itself.
create table troth.idempotency (
  workspace_id uuid not null references troth.workspace,
  actor text not null,
  key text not null,
  route text not null,
  body_hash bytea not null,
  status integer not null,
  response jsonb not null,
  at bigint not null,
  primary key (workspace_id, actor, key)
);
create index idempotency_age on troth.idempotency (at);

-- What must leave the house. Written with its cause; delivered by a job, at least once, under its key.
create table troth.outbox (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  kind text not null,
  effect_key text not null,
  body jsonb not null,
  at bigint not null,
  try_at bigint,
  attempts integer not null default 0,
  sent_at bigint,
  failure text,
  primary key (workspace_id, id),
  unique (workspace_id, effect_key)
);
create index outbox_try on troth.outbox (try_at) where try_at is not null;

create table troth.link_token (
  workspace_id uuid not null references troth.workspace,
  hash bytea not null,
  purpose text not null check (purpose in ('portal', 'invite')),
  person_id uuid,
  organisation_id uuid,
  email bytea,
  role text,
  expires_at bigint not null,
  used_at bigint,
  primary key (workspace_id, hash)
);

create table troth.portal_session (
  workspace_id uuid not null references troth.workspace,
  hash bytea not null,
  person_id uuid not null,
  organisation_id uuid not null,
  intake text not null check (intake in ('console', 'portal')),
  created_at bigint not null,
  expires_at bigint not null,
  primary key (workspace_id, hash)
);

create table troth.used_token (
  workspace_id uuid not null references troth.workspace,
  iss text not null,
  jti text not null,
  expires_at bigint not null,
  primary key (workspace_id, iss, jti)
);

-- Sign-in of agents (better-auth's own tables and names).
create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" on delete cascade
);
create index session_of_user on auth.session ("userId");
create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_of_user on auth.account ("userId");
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);
create table auth.rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

-- The second wall.
do $$
declare t text;
begin
  foreach t in array array['policy_version','issuer','api_key','person','person_key','organisation','membership',
    'subscription','project','branch','endpoint','event','seal','ticket','message','commitment','read_mark','draft',
    'idempotency','outbox','link_token','portal_session','used_token']
  loop
    execute format('alter table troth.%I enable row level security', t);
    execute format('create policy own_workspace on troth.%I using (workspace_id = (select troth.this_workspace()))
      with check (workspace_id = (select troth.this_workspace()))', t);
  end loop;
end $$;

grant select on all tables in schema troth to troth_app;
grant insert on all tables in schema troth to troth_app;
revoke insert on troth.workspace, troth.installation from troth_app;
grant update on troth.person, troth.organisation, troth.membership, troth.project, troth.branch, troth.endpoint,
  troth.ticket, troth.commitment, troth.read_mark, troth.draft, troth.idempotency, troth.outbox, troth.link_token,
  troth.api_key, troth.issuer to troth_app;
grant delete on troth.person_key, troth.project, troth.branch, troth.endpoint, troth.commitment, troth.draft,
  troth.idempotency, troth.link_token, troth.portal_session, troth.used_token to troth_app;
grant usage on sequence troth.ticket_number to troth_app;
grant select, insert, update, delete on all tables in schema auth to troth_app;

-- Jobs look across workspaces for what is due and then act inside each one.
create function troth.due_clocks(now_ms bigint, most integer)
  returns table (workspace_id uuid, ticket_id uuid, wake_at bigint)
  language sql security definer set search_path = troth, pg_temp as
$$ select workspace_id, ticket_id, wake_at from troth.commitment where wake_at <= now_ms order by wake_at limit most $$;

create function troth.next_wake(now_ms bigint) returns bigint
  language sql security definer set search_path = troth, pg_temp as
$$ select min(wake_at) from troth.commitment where wake_at > now_ms $$;

create function troth.due_mail(now_ms bigint, most integer)
  returns table (workspace_id uuid, id uuid)
  language sql security definer set search_path = troth, pg_temp as
$$ select workspace_id, id from troth.outbox where try_at <= now_ms order by try_at limit most $$;

create function troth.changes_since(after_txid xid8, after_position bigint, most integer)
  returns table (workspace_id uuid, number integer, organisation_id uuid, requester_id uuid, kind text, at bigint,
    is_note boolean, leaver text, txid text, "position" bigint)
  language sql security definer set search_path = troth, pg_temp as
$$ select e.workspace_id, t.number, t.organisation_id, t.requester_id, e.kind, e.at,
     coalesce((e.body->>'isNote')::boolean, false),
     case when e.kind = 'member.removed' or e.kind = 'member.put' and e.body->>'role' = 'restricted'
       then e.body->>'person' end, e.txid::text, e.position
   from troth.event e
   left join troth.ticket t on e.stream = 'ticket' and t.workspace_id = e.workspace_id and t.id = e.stream_id
   where (e.txid, e.position) > (after_txid, after_position)
     and e.txid < pg_snapshot_xmin(pg_current_snapshot())
   order by e.txid, e.position limit most $$;

create function troth.forget_expired(now_ms bigint) returns void
  language sql security definer set search_path = troth, pg_temp as
$$ delete from troth.idempotency where at < now_ms - 2 * 86400000::bigint;
   delete from troth.used_token where expires_at < now_ms - 86400000;
   delete from troth.portal_session where expires_at < now_ms;
   delete from troth.link_token where expires_at < now_ms - 86400000; $$;

revoke all on function troth.due_clocks, troth.next_wake, troth.due_mail, troth.changes_since, troth.forget_expired
  from public;
grant execute on function troth.due_clocks, troth.next_wake, troth.due_mail, troth.changes_since,
  troth.forget_expired to troth_app;

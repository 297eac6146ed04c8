-- What the vendor's knowledge is read from, its pages as they were read last, and what people asked of it. Sources and
-- pages are copies of what lies elsewhere, so no event log keeps them; a page of one organisation is read by it alone.
create table troth.source (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  kind text not null check (kind in ('policy', 'incidents', 'tickets', 'articles', 'website', 'folder', 'git', 'github', 'feed', 'discord')),
  name text not null check (name <> ''),
  settings jsonb not null,
  secret text,
  every_ms bigint not null check (every_ms between 60000 and 2592000000),
  is_paused boolean not null default false,
  -- Where its reader goes on from next time.
  cursor text,
  created_at bigint not null,
  attempted_at bigint,
  -- When all of it, or all that was new in it, was last seen: the age of what it says.
  current_at bigint,
  next_at bigint not null,
  -- How the last refresh ended; null before the first has.
  outcome text check (outcome in ('whole', 'news', 'part', 'suspicious', 'broken-off')),
  notes jsonb not null default '[]',
  withheld integer not null default 0,
  accepts_loss boolean not null default false,
  alarmed_at bigint,
  -- Until then a node is reading it; one that died gives it back by time alone.
  held_until bigint,
  version integer not null,
  primary key (workspace_id, id)
);
create unique index source_name on troth.source (workspace_id, lower(name));
create index source_due on troth.source (workspace_id, next_at) where not is_paused;

create table troth.page (
  workspace_id uuid not null references troth.workspace,
  source_id uuid not null,
  id text not null check (id <> ''),
  -- What a reader sees; null once it is gone, by itself or with its source: the row stays for a while so that every node
  -- learns of it.
  content jsonb,
  -- What its reader wants to know of it next time: address, checksums, validators.
  known jsonb not null,
  seen_at bigint not null,
  -- When its words changed last, as far as its source tells; else when we saw it.
  changed_at bigint not null,
  -- Null: everybody may read it.
  organisation_id uuid,
  -- The revision of the workspace's knowledge that it changed in.
  revision bigint not null,
  primary key (workspace_id, source_id, id),
  foreign key (workspace_id, organisation_id) references troth.organisation (workspace_id, id)
);
create index page_revision on troth.page (workspace_id, revision);

-- One row a workspace: writers of pages queue here, so that revisions are numbered in the order of commits and a node
-- that has read up to one has read all before it.
create table troth.knowledge (
  workspace_id uuid not null references troth.workspace,
  revision bigint not null,
  -- What words mean in these pages, learned at a revision; null until then.
  meaning bytea,
  meaning_revision bigint,
  -- The vendor's own table of synonyms; null: that of the field.
  synonyms text,
  primary key (workspace_id)
);

create table troth.conversation (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  surface text not null check (surface in ('console', 'portal', 'docs', 'ask', 'discord')),
  -- Whose it is: a person of an organisation, or whoever holds the secret.
  person_id uuid,
  organisation_id uuid,
  key_hash bytea,
  -- Keyed hash of the network address of somebody we do not know: what counts their questions, and tells nothing.
  asker_hash bytea,
  locale text not null,
  opened_at bigint not null,
  changed_at bigint not null,
  ticket integer,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references troth.person (workspace_id, id),
  foreign key (workspace_id, organisation_id) references troth.organisation (workspace_id, id),
  check ((person_id is null) = (organisation_id is null)),
  check ((person_id is null) <> (key_hash is null))
);
create index conversation_age on troth.conversation (workspace_id, changed_at);
create index conversation_of_asker on troth.conversation (workspace_id, asker_hash, changed_at) where asker_hash is not null;
create index conversation_of_person on troth.conversation (workspace_id, person_id, opened_at) where person_id is not null;

create table troth.exchange (
  workspace_id uuid not null references troth.workspace,
  conversation_id uuid not null,
  seq integer not null check (seq > 0),
  at bigint not null,
  -- Sealed: with the asker's key, or the installation's for somebody we do not know.
  question text not null,
  answer jsonb not null,
  outcome text not null check (outcome in ('answer', 'closest', 'hand-off')),
  why text not null,
  confidence real not null,
  took_ms integer not null,
  helped boolean,
  reason text,
  judged_at bigint,
  reviewed_at bigint,
  reviewed_by uuid,
  primary key (workspace_id, conversation_id, seq),
  foreign key (workspace_id, conversation_id) references troth.conversation (workspace_id, id) on delete cascade
);
create index exchange_at on troth.exchange (workspace_id, at);

alter table troth.source enable row level security;
alter table troth.page enable row level security;
alter table troth.knowledge enable row level security;
alter table troth.conversation enable row level security;
alter table troth.exchange enable row level security;
create policy own_workspace on troth.source using (workspace_id = (select troth.this_workspace()))
  with check (workspace_id = (select troth.this_workspace()));
create policy own_workspace on troth.page using (workspace_id = (select troth.this_workspace()))
  with check (workspace_id = (select troth.this_workspace()));
create policy own_workspace on troth.knowledge using (workspace_id = (select troth.this_workspace()))
  with check (workspace_id = (select troth.this_workspace()));
create policy own_workspace on troth.conversation using (workspace_id = (select troth.this_workspace()))
  with check (workspace_id = (select troth.this_workspace()));
create policy own_workspace on troth.exchange using (workspace_id = (select troth.this_workspace()))
  with check (workspace_id = (select troth.this_workspace()));
grant select, insert, update, delete on troth.source, troth.page, troth.conversation, troth.exchange to troth_app;
grant select, insert, update on troth.knowledge to troth_app;

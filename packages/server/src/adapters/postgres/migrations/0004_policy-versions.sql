-- Policies that administrators are writing. A save says which revision it read.
create table troth.policy_draft (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  name text not null,
  files json not null,
  bytes integer not null,
  based_on text,
  revision integer not null,
  created_at bigint not null,
  created_by text not null,
  updated_at bigint not null,
  updated_by text not null,
  -- The version it became; from then on it stays as it was published.
  published_version text,
  published_at bigint,
  primary key (workspace_id, id),
  check ((published_version is null) = (published_at is null))
);

-- Who used support under a version: continued use after a change is acceptance (P131). One row a person, added at the
-- first use and never changed; the organisation's own is in policy_acceptance and, as an event, in its log.
create table troth.policy_use (
  workspace_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  version text not null,
  at bigint not null,
  primary key (workspace_id, organisation_id, person_id, version),
  foreign key (workspace_id, organisation_id) references troth.organisation,
  foreign key (workspace_id, person_id) references troth.person,
  foreign key (workspace_id, version) references troth.policy_version
);

create table troth.policy_acceptance (
  workspace_id uuid not null,
  organisation_id uuid not null,
  version text not null,
  at bigint not null,
  person_id uuid not null,
  act text not null check (act in ('ticket.opened', 'message.written')),
  ticket integer not null,
  -- Place of the event in the organisation's log.
  seq integer not null,
  primary key (workspace_id, organisation_id, version),
  foreign key (workspace_id, organisation_id) references troth.organisation,
  foreign key (workspace_id, person_id) references troth.person,
  foreign key (workspace_id, version) references troth.policy_version
);
create index policy_acceptance_version on troth.policy_acceptance (workspace_id, version, at, organisation_id);

do $$
declare t text;
begin
  foreach t in array array['policy_draft', 'policy_use', 'policy_acceptance']
  loop
    execute format('alter table troth.%I enable row level security', t);
    execute format('create policy own_workspace on troth.%I using (workspace_id = (select troth.this_workspace()))
      with check (workspace_id = (select troth.this_workspace()))', t);
    execute format('grant select, insert on troth.%I to troth_app', t);
  end loop;
end $$;
grant update, delete on troth.policy_draft to troth_app;

-- What the vendor allowed an organisation in writing although the policy excludes it (P054). The organisation's log
-- has it as events; these rows are their copy.
create table troth.approval (
  workspace_id uuid not null,
  organisation_id uuid not null,
  id uuid not null,
  exclusion text not null,
  covers text not null,
  document text not null,
  until bigint,
  registered_at bigint not null,
  registered_by uuid not null,
  withdrawn_at bigint,
  withdrawn_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, organisation_id) references troth.organisation,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index approval_organisation on troth.approval (workspace_id, organisation_id, registered_at);

-- Tickets by which support was used for what it is not for (P057), so that an account's are counted.
create table troth.misuse_mark (
  workspace_id uuid not null,
  organisation_id uuid not null,
  ticket_id uuid not null,
  at bigint not null,
  agent_id uuid not null,
  reason bytea not null,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, organisation_id) references troth.organisation,
  foreign key (workspace_id, ticket_id) references troth.ticket
);
create index misuse_mark_organisation on troth.misuse_mark (workspace_id, organisation_id, at);

do $$
declare t text;
begin
  foreach t in array array['approval', 'misuse_mark']
  loop
    execute format('alter table troth.%I enable row level security', t);
    execute format('create policy own_workspace on troth.%I using (workspace_id = (select troth.this_workspace()))
      with check (workspace_id = (select troth.this_workspace()))', t);
    execute format('grant select, insert, update on troth.%I to troth_app', t);
  end loop;
end $$;
grant delete on troth.misuse_mark to troth_app;

-- Root-cause documents: an event stream of their own. Their words may quote customers, so they are sealed with their
-- author's key as messages are.
alter table troth.event drop constraint event_stream_check;
alter table troth.event add constraint event_stream_check
  check (stream in ('ticket', 'organisation', 'workspace', 'incident', 'conduct', 'release', 'wish', 'document'));

create table troth.document (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  -- What it is about: one of the two.
  ticket_id uuid,
  incident integer,
  -- The desk's alone; null while there is none.
  draft bytea,
  draft_by uuid,
  draft_at bigint,
  published integer not null,
  published_at bigint,
  is_on_status_page boolean not null,
  begun_at bigint not null,
  changed_at bigint not null,
  version integer not null,
  head text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references troth.ticket,
  foreign key (workspace_id, incident) references troth.incident (workspace_id, number),
  foreign key (workspace_id, draft_by) references troth.person,
  check (num_nonnulls(ticket_id, incident) = 1),
  check (num_nonnulls(draft, draft_by, draft_at) in (0, 3)),
  check ((published = 0) = (published_at is null)),
  check (not is_on_status_page or incident is not null)
);
create unique index document_ticket on troth.document (workspace_id, ticket_id) where ticket_id is not null;
create unique index document_incident on troth.document (workspace_id, incident) where incident is not null;

-- What was published, each with its date; none ever changes.
create table troth.document_version (
  workspace_id uuid not null,
  document_id uuid not null,
  nth integer not null,
  at bigint not null,
  by_id uuid not null,
  body bytea not null,
  change bytea,
  is_on_status_page boolean not null,
  primary key (workspace_id, document_id, nth),
  foreign key (workspace_id, document_id) references troth.document,
  foreign key (workspace_id, by_id) references troth.person
);

-- Tickets on which the cause is asked for and not published: their events say it, and those of that category have been
-- asking since they were opened.
update troth.ticket set proceedings =
    (coalesce(proceedings::jsonb, '{}') || jsonb_build_object('causeAskedAt', opened_at))::json
  where category = 'root-cause' and state <> 'merged' and outcome is distinct from 'taken-back';
create index ticket_cause_asked on troth.ticket (workspace_id, ((proceedings->>'causeAskedAt')::bigint))
  where proceedings->>'causeAskedAt' is not null;

do $$
declare t text;
begin
  foreach t in array array['document', 'document_version']
  loop
    execute format('alter table troth.%I enable row level security', t);
    execute format('create policy own_workspace on troth.%I using (workspace_id = (select troth.this_workspace()))
      with check (workspace_id = (select troth.this_workspace()))', t);
    execute format('grant select, insert on troth.%I to troth_app', t);
  end loop;
end $$;
grant update on troth.document to troth_app;

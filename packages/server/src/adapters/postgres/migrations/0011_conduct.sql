-- Conduct cases: a person reported a message, and a person decides. Reasons and words are sealed with their authors' keys.
alter table troth.event drop constraint event_stream_check;
alter table troth.event add constraint event_stream_check
  check (stream in ('ticket', 'organisation', 'workspace', 'incident', 'conduct'));

create sequence troth.conduct_number start 1;

create table troth.conduct_case (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  number integer not null,
  state text not null check (state in ('reported', 'decided', 'review', 'reinstated')),
  channel text not null,
  ticket integer not null,
  message_id uuid not null,
  reporter_kind text not null check (reporter_kind in ('customer', 'agent')),
  reporter_id uuid not null,
  reporter_organisation_id uuid,
  concerned_kind text not null check (concerned_kind in ('customer', 'agent')),
  concerned_id uuid not null,
  concerned_organisation_id uuid,
  decision text,
  scope text check (scope in ('person', 'organisation')),
  decided_by uuid,
  decided_at bigint,
  reported_at bigint not null,
  changed_at bigint not null,
  version integer not null,
  head text not null,
  -- What of it is sealed, by the event that said it.
  reason bytea not null,
  words bytea,
  answer bytea,
  review bytea,
  review_by uuid,
  reinstatement bytea,
  reinstated_by uuid,
  -- Whom it keeps out of support now: the person or the organisation; null when nobody.
  ends_person_id uuid,
  ends_organisation_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  unique (workspace_id, message_id, reporter_id),
  foreign key (workspace_id, reporter_id) references troth.person,
  foreign key (workspace_id, concerned_id) references troth.person,
  foreign key (workspace_id, ticket) references troth.ticket (workspace_id, number)
);
create index conduct_case_open on troth.conduct_case (workspace_id, changed_at desc);
create index conduct_case_reporter on troth.conduct_case (workspace_id, reporter_id);
create index conduct_case_concerned on troth.conduct_case (workspace_id, concerned_id);
create index conduct_case_organisation on troth.conduct_case (workspace_id, concerned_organisation_id);
-- Looked at for every customer who asks for something.
create index conduct_case_ends_person on troth.conduct_case (workspace_id, ends_person_id)
  where ends_person_id is not null;
create index conduct_case_ends_organisation on troth.conduct_case (workspace_id, ends_organisation_id)
  where ends_organisation_id is not null;

alter table troth.conduct_case enable row level security;
create policy own_workspace on troth.conduct_case using (workspace_id = (select troth.this_workspace()))
  with check (workspace_id = (select troth.this_workspace()));
grant select, insert, update on troth.conduct_case to troth_app;
grant usage on sequence troth.conduct_number to troth_app;

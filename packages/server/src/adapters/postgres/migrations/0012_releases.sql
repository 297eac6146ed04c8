-- Releases of the product: an event stream of their own. Name and note are the vendor's word to customers, so nothing
-- of them is sealed.
alter table troth.event drop constraint event_stream_check;
alter table troth.event add constraint event_stream_check
  check (stream in ('ticket', 'organisation', 'workspace', 'incident', 'conduct', 'release'));

create table troth.release (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  name text not null,
  state text not null check (state in ('planned', 'out')),
  note text not null,
  planned_at bigint not null,
  out_at bigint,
  version integer not null,
  head text not null,
  primary key (workspace_id, id),
  check ((state = 'out') = (out_at is not null))
);
create unique index release_name on troth.release (workspace_id, lower(name));

-- The release a ticket's customer waits for: a copy of what the ticket's events say; null once they were told.
alter table troth.ticket add column release uuid;
alter table troth.ticket add constraint ticket_release foreign key (workspace_id, release)
  references troth.release (workspace_id, id);
create index ticket_of_release on troth.ticket (workspace_id, release) where release is not null;

alter table troth.release enable row level security;
create policy own_workspace on troth.release using (workspace_id = (select troth.this_workspace()))
  with check (workspace_id = (select troth.this_workspace()));
grant select, insert, update on troth.release to troth_app;

-- Wishes: what customers ask for, an event stream of its own. Title, text and reason are the vendor's word to customers,
-- so nothing of them is sealed.
alter table troth.event drop constraint event_stream_check;
alter table troth.event add constraint event_stream_check
  check (stream in ('ticket', 'organisation', 'workspace', 'incident', 'conduct', 'release', 'wish'));

create table troth.wish (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  title text not null,
  text text not null,
  state text not null check (state in ('noted', 'planned', 'out', 'declined')),
  release_id uuid,
  reason text,
  opened_at bigint not null,
  changed_at bigint not null,
  version integer not null,
  head text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, release_id) references troth.release (workspace_id, id),
  check (state <> 'planned' or release_id is not null),
  check (state <> 'declined' or reason is not null)
);
-- Two that are alike would each count half of who asks.
create unique index wish_title on troth.wish (workspace_id, lower(title)) where state in ('noted', 'planned');
create index wish_of_release on troth.wish (workspace_id, release_id) where state = 'planned';

-- The wish a ticket asks for: a copy of what the ticket's events say.
alter table troth.ticket add column wish uuid;
alter table troth.ticket add constraint ticket_wish foreign key (workspace_id, wish)
  references troth.wish (workspace_id, id);
create index ticket_of_wish on troth.ticket (workspace_id, wish) where wish is not null;

alter table troth.wish enable row level security;
create policy own_workspace on troth.wish using (workspace_id = (select troth.this_workspace()))
  with check (workspace_id = (select troth.this_workspace()));
grant select, insert, update on troth.wish to troth_app;

-- Files that people uploaded. The bytes lie apart, sealed with the key of the person, as the name here is. A file is its
-- uploader's alone until a message takes it, in the same transaction as the message.
create table troth.attachment (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name bytea not null,
  -- What the bytes prove it to be.
  type text not null,
  bytes bigint not null,
  hash text not null,
  width integer,
  height integer,
  is_doubtful boolean not null,
  at bigint not null,
  ticket_id uuid,
  message_id uuid,
  -- Place among the files of the message.
  ordinal integer,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references troth.person,
  foreign key (workspace_id, ticket_id) references troth.ticket,
  check ((width is null) = (height is null)),
  check ((ticket_id is null) = (message_id is null) and (message_id is null) = (ordinal is null))
);
create index attachment_ticket on troth.attachment (workspace_id, ticket_id, message_id) where ticket_id is not null;
create index attachment_waiting on troth.attachment (workspace_id, person_id, at) where message_id is null;

alter table troth.attachment enable row level security;
create policy own_workspace on troth.attachment using (workspace_id = (select troth.this_workspace()))
  with check (workspace_id = (select troth.this_workspace()));
grant select, insert, delete on troth.attachment to troth_app;
grant update (ticket_id, message_id, ordinal) on troth.attachment to troth_app;

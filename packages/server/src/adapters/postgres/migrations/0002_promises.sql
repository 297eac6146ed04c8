-- What a ticket's clocks were last computed from: the newest policy version and the tzdata of that moment.
alter table troth.ticket add column computed_under text not null default '';

-- A new policy version, calendar or tzdata has the open tickets' clocks computed again; how far that is.
create table troth.recompute (
  workspace_id uuid not null references troth.workspace,
  -- The `computed_under` that it brings tickets to.
  target text not null,
  policy_version text not null,
  started_at bigint not null,
  total integer,
  done integer not null default 0,
  earlier integer not null default 0,
  later integer not null default 0,
  finished_at bigint,
  primary key (workspace_id, target)
);
create index recompute_unfinished on troth.recompute (workspace_id) where finished_at is null;

alter table troth.recompute enable row level security;
create policy own_workspace on troth.recompute using (workspace_id = (select troth.this_workspace()))
  with check (workspace_id = (select troth.this_workspace()));
grant select, insert, update on troth.recompute to troth_app;

-- Rows of two or three kilobytes stay whole: packing them takes longer than writing them, and sealed text does not pack.
alter table troth.event set (toast_tuple_target = 8160);
alter table troth.message set (toast_tuple_target = 8160);
alter table troth.ticket set (toast_tuple_target = 8160);
alter table troth.commitment set (toast_tuple_target = 8160);

-- Tickets that nobody has yet are no part of it.
drop index troth.ticket_mine;
create index ticket_mine on troth.ticket (workspace_id, assignee_id, queue_key) where is_open and assignee_id is not null;

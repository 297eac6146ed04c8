-- Incidents: an event stream of their own, and public. What is told of one is the vendor's word to everybody, so
-- nothing of it is sealed; who said it is in the log.
alter table troth.event drop constraint event_stream_check;
alter table troth.event add constraint event_stream_check check (stream in ('ticket', 'organisation', 'workspace', 'incident'));

create sequence troth.incident_number start 1;

create table troth.incident (
  workspace_id uuid not null references troth.workspace,
  id uuid not null,
  number integer not null,
  title text not null,
  components text[] not null,
  regions text[] not null,
  state text not null check (state in ('investigating', 'identified', 'monitoring', 'resolved')),
  declared_at bigint not null,
  changed_at bigint not null,
  resolved_at bigint,
  next_update_by bigint,
  version integer not null,
  head text not null,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  check ((state = 'resolved') = (resolved_at is not null))
);
create index incident_open on troth.incident (workspace_id, declared_at) where resolved_at is null;
create index incident_ended on troth.incident (workspace_id, resolved_at desc) where resolved_at is not null;

create table troth.incident_update (
  workspace_id uuid not null,
  incident_id uuid not null,
  seq integer not null,
  at bigint not null,
  state text not null,
  text text not null,
  primary key (workspace_id, incident_id, seq),
  foreign key (workspace_id, incident_id) references troth.incident
);

-- Who wants to be told. Rows of their own, so that a thousand followers do not queue for the incident's chain.
create table troth.incident_follower (
  workspace_id uuid not null,
  incident_id uuid not null,
  person_id uuid not null,
  locale text not null,
  zone text,
  at bigint not null,
  primary key (workspace_id, incident_id, person_id),
  foreign key (workspace_id, incident_id) references troth.incident,
  foreign key (workspace_id, person_id) references troth.person
);
create index incident_follower_person on troth.incident_follower (workspace_id, person_id);

-- The incident a ticket is part of, by its number: a copy of what the ticket's events say.
alter table troth.ticket add column incident integer;
alter table troth.ticket add constraint ticket_incident foreign key (workspace_id, incident)
  references troth.incident (workspace_id, number);
create index ticket_of_incident on troth.ticket (workspace_id, incident, queue_key) where incident is not null;

do $$
declare t text;
begin
  foreach t in array array['incident', 'incident_update', 'incident_follower']
  loop
    execute format('alter table troth.%I enable row level security', t);
    execute format('create policy own_workspace on troth.%I using (workspace_id = (select troth.this_workspace()))
      with check (workspace_id = (select troth.this_workspace()))', t);
    execute format('grant select, insert on troth.%I to troth_app', t);
  end loop;
end $$;
grant update on troth.incident to troth_app;
grant delete on troth.incident_follower to troth_app;
grant usage on sequence troth.incident_number to troth_app;

-- The live stream tells of incidents as well.
drop function troth.changes_since;
create function troth.changes_since(after_txid xid8, after_position bigint, most integer)
  returns table (workspace_id uuid, number integer, organisation_id uuid, requester_id uuid, followers uuid[],
    is_restricted boolean, kind text, at bigint, is_note boolean, leaver text, incident integer, txid text,
    "position" bigint)
  language sql security definer set search_path = troth, pg_temp as
$$ select e.workspace_id, t.number, t.organisation_id, t.requester_id, coalesce(t.followers, '{}'),
     coalesce(t.is_restricted, false), e.kind, e.at,
     coalesce((e.body->>'isNote')::boolean, false) or e.kind in ('clock.warned', 'disagreement.advice-asked',
       'disagreement.advised', 'word.reminded', 'ticket.hidden', 'ticket.shown', 'lead.answered'),
     case when e.kind = 'member.removed' or e.kind = 'member.put' and e.body->>'role' = 'restricted'
       then e.body->>'person' end,
     case when e.stream = 'incident' then (select i.number from troth.incident i
       where i.workspace_id = e.workspace_id and i.id = e.stream_id) end,
     e.txid::text, e.position
   from troth.event e
   left join troth.ticket t on e.stream = 'ticket' and t.workspace_id = e.workspace_id and t.id = e.stream_id
   where (e.txid, e.position) > (after_txid, after_position)
     and e.txid < pg_snapshot_xmin(pg_current_snapshot())
   order by e.txid, e.position limit most $$;
revoke all on function troth.changes_since from public;
grant execute on function troth.changes_since to troth_app;

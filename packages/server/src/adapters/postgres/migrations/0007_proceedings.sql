-- What stands around the conversation of a ticket: a copy of what its events say; null while there is nothing.
alter table troth.ticket add column proceedings json;
-- People beside requester and assignee who take part, of both sides; a restricted ticket is seen by few.
alter table troth.ticket add column followers uuid[] not null default '{}';
alter table troth.ticket add column is_restricted boolean not null default false;
-- What waits for somebody at the desk beside an answer.
alter table troth.ticket add column asks text[] not null default '{}';
alter table troth.ticket add column is_hidden boolean not null default false;
-- When time alone does something here beside the clocks; null when it does nothing.
alter table troth.ticket add column attention_at bigint;
create index ticket_attention on troth.ticket (attention_at) where attention_at is not null;
create index ticket_asks on troth.ticket (workspace_id, queue_key) where is_open and asks <> '{}';
create index ticket_followers on troth.ticket using gin (followers) where followers <> '{}';

-- An agent who is away: replies on their tickets go back to the queue.
alter table troth.person add column away_from bigint;
alter table troth.person add column away_until bigint;

-- How a person wants to be told; a row is there once they chose.
create table troth.preference (
  workspace_id uuid not null,
  person_id uuid not null,
  mail text not null check (mail in ('all', 'mine', 'none')),
  locale text,
  zone text,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references troth.person
);
alter table troth.preference enable row level security;
create policy own_workspace on troth.preference using (workspace_id = (select troth.this_workspace()))
  with check (workspace_id = (select troth.this_workspace()));
grant select, insert, update on troth.preference to troth_app;

create or replace function troth.due_clocks(now_ms bigint, most integer)
  returns table (workspace_id uuid, ticket_id uuid, wake_at bigint)
  language sql security definer set search_path = troth, pg_temp as
$$ (select workspace_id, ticket_id, wake_at from troth.commitment where wake_at <= now_ms order by wake_at limit most)
   union all
   (select workspace_id, id, attention_at from troth.ticket where attention_at <= now_ms
    order by attention_at limit most) $$;

create or replace function troth.next_wake(now_ms bigint) returns bigint
  language sql security definer set search_path = troth, pg_temp as
$$ select least((select min(wake_at) from troth.commitment where wake_at > now_ms),
     (select min(attention_at) from troth.ticket where attention_at > now_ms)) $$;

drop function troth.changes_since;
create function troth.changes_since(after_txid xid8, after_position bigint, most integer)
  returns table (workspace_id uuid, number integer, organisation_id uuid, requester_id uuid, followers uuid[],
    is_restricted boolean, kind text, at bigint, is_note boolean, leaver text, txid text, "position" bigint)
  language sql security definer set search_path = troth, pg_temp as
$$ select e.workspace_id, t.number, t.organisation_id, t.requester_id, coalesce(t.followers, '{}'),
     coalesce(t.is_restricted, false), e.kind, e.at,
     coalesce((e.body->>'isNote')::boolean, false) or e.kind in ('clock.warned', 'disagreement.advice-asked',
       'disagreement.advised', 'word.reminded', 'ticket.hidden', 'ticket.shown', 'lead.answered'),
     case when e.kind = 'member.removed' or e.kind = 'member.put' and e.body->>'role' = 'restricted'
       then e.body->>'person' end, e.txid::text, e.position
   from troth.event e
   left join troth.ticket t on e.stream = 'ticket' and t.workspace_id = e.workspace_id and t.id = e.stream_id
   where (e.txid, e.position) > (after_txid, after_position)
     and e.txid < pg_snapshot_xmin(pg_current_snapshot())
   order by e.txid, e.position limit most $$;
revoke all on function troth.changes_since from public;
grant execute on function troth.changes_since to troth_app;

-- That an agent watches a ticket is the desk's alone: customers' streams pass over it.
create or replace function troth.changes_since(after_txid xid8, after_position bigint, most integer)
  returns table (workspace_id uuid, number integer, organisation_id uuid, requester_id uuid, followers uuid[],
    is_restricted boolean, kind text, at bigint, is_note boolean, leaver text, incident integer, txid text,
    "position" bigint)
  language sql security definer set search_path = troth, pg_temp as
$$ select e.workspace_id, t.number, t.organisation_id, t.requester_id, coalesce(t.followers, '{}'),
     coalesce(t.is_restricted, false), e.kind, e.at,
     coalesce((e.body->>'isNote')::boolean, false) or e.kind in ('clock.warned', 'disagreement.advice-asked',
       'disagreement.advised', 'word.reminded', 'ticket.hidden', 'ticket.shown', 'lead.answered')
       or e.kind in ('follower.added', 'follower.removed') and e.body->>'side' = 'agent',
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

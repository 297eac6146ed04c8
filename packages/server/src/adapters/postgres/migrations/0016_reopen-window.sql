-- Tickets that ended before time alone closed them; those that end from now on never stand in here.
create index ticket_ended_unwatched on troth.ticket (workspace_id, number) where state = 'resolved' and attention_at is null;
-- Closed after silence, and its row never told how and when.
update troth.ticket t set outcome = 'unanswered', resolved_at = coalesce(
    (select max(e.at) from troth.event e
     where e.workspace_id = t.workspace_id and e.stream_id = t.id and e.kind = 'ticket.closed'), t.changed_at)
  where state = 'closed' and outcome is null;

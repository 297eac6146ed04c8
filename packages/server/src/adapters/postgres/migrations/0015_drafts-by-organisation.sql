-- breaking: a draft is found by the organisation it was written in as well
alter table troth.draft add column organisation_id uuid;
alter table troth.draft drop constraint draft_pkey;
-- A reply belongs where its ticket is, all else where its writer is first a member. Agents write for no organisation.
update troth.draft d set organisation_id = coalesce(
  (select t.organisation_id from troth.ticket t
   where t.workspace_id = d.workspace_id and d.key = 'reply-' || t.number),
  (select m.organisation_id from troth.membership m
   where m.workspace_id = d.workspace_id and m.person_id = d.person_id
   order by m.removed_at is not null, m.organisation_id limit 1))
  where exists (select from troth.membership m where m.workspace_id = d.workspace_id and m.person_id = d.person_id);
alter table troth.draft add constraint draft_once
  unique nulls not distinct (workspace_id, person_id, organisation_id, key);

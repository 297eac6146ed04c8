-- The terms of a clock are some 2 kB: just above where PostgreSQL would compress them at every write, which costs more
-- than the bytes.
alter table troth.commitment set (toast_tuple_target = 4080);
-- Workspaces are never deleted, and no event comes in but through one that the session was opened on (row security).
alter table troth.event drop constraint event_workspace_id_fkey;
-- What a version means, as it was compiled when it was published: a later compiler may refuse its text.
alter table troth.policy_version add column compiled json;

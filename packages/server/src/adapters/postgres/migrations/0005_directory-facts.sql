-- What the vendor's directory tells beyond names, plans and roles; what is not in it is not known.
alter table troth.organisation add column facts jsonb not null default '{}';
alter table troth.membership add column facts jsonb not null default '{}';
alter table troth.subscription add column facts jsonb not null default '{}';

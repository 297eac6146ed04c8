-- Read whole or not at all: kept as written, which costs neither sorting on the way in nor printing on the way out.
alter table troth.commitment alter column terms type json using terms::json;
-- The rows of a receipt follow from the terms, and are computed when somebody reads them.
alter table troth.commitment drop column receipt;

/**
 * Words of the field that stand for one another, a group a line: what customers say and what manuals say. Where it does
 * not fit a vendor's own words, the vendor edits it; nothing else depends on it.
 */
export const FIELD_SYNONYMS = `
login, log in, sign in, sign-in, signin, sign on, authenticate, authentication
logout, log out, sign out, signout
signup, sign up, register, registration, create account
password, passwd, passphrase, credential
forgot password, password reset, reset password, recover password
bill, billing, invoice, receipt, payment
credit card, payment method, card, debit card, update payment
price, pricing, cost, cheap, cheapest, expensive, charge, fee, rate, plan
spend, spending, budget, cost, spending limit
cap, limit, quota, maximum, restrict, threshold
free, free tier, free plan, hobby, no cost
paid, pro, subscription, plan
refund, credit, money back
support, help desk, support ticket, ticket, contact, case, response time
reply, response, answer, first response
terminal, command line, cli, shell, console command
laptop, local, locally, localhost, own machine, development environment
docker, container, image
driver, client library, connector, adapter
connection string, connection url, connection uri, database url, dsn, url
pool, pooled, pooling, pooler, pgbouncer
too many connections, connection slots, max_connections, connection limit
edge, serverless, lambda, worker, edge function, function
slow, latency, performance, delay, sluggish, cold start
fast, quick, speed, performance
suspend, pause, sleep, idle, scale to zero, auto-suspend, inactive, stop
wake, wake up, resume, cold start, activate
restart, reboot, reload
grow, size, bloat, disk usage, storage
dead rows, dead tuples, bloat, vacuum
graph, graphs, chart, metrics, monitoring, dashboard
cpu, ram, memory, compute
log, logging, logs, record
kill, terminate, cancel, abort, stop, end
running, active, current, in progress
query, queries, statement, sql
backup, back up, dump, snapshot, export
restore, recover, recovery, roll back, rollback, rewind, undo, revert, point-in-time, pitr
mistake, accident, accidental, accidentally, wrong
copy, clone, duplicate, replicate, fork
replicate, replication, sync, stream, cdc, change data capture
migrate, migration, move, transfer, switch, convert, port, import
upgrade, update version, newer version, migrate version
import, load, upload, ingest, copy
bulk, batch, million, large
export, download, dump, extract
csv, spreadsheet, comma separated
delete, remove, drop, destroy, erase
close account, delete account, cancel account, cancel subscription
create, make, add, new, provision, set up, setup, spin up
change, edit, modify, update, alter, replace
rename, change name
protect, prevent, guard, lock, safe, safeguard
team, teammate, colleague, coworker, member, collaborator, organization, org
company, organization, business, enterprise
invite, add member, share access
permission, grant, privilege, access, role, allow, rights
restrict access, ip allow, allowlist, whitelist, firewall
row level security, rls, own rows, policy
encrypt, encrypted, encryption, ssl, tls, secure connection
soc2, soc 2, iso 27001, hipaa, gdpr, compliance, certification, audit
region, location, datacenter, data center
high availability, ha, multi-az, failover, redundancy, node dies, outage
maintenance, update window, scheduled update, weekly update
api, rest, endpoint, http
rest api, data api, postgrest, rest endpoint
json, jsonb
array, list
expand, unnest, split, one row per
split, partition, partitioning, shard
tenant, multitenant, multi-tenant, multitenancy, customer
date, month, day, timestamp, truncate
first day of the month, date_trunc, truncate date
previous row, lag, prior row
next row, lead, following row
running total, cumulative sum, window function, over
rank, ranking, row number, window function
tree, hierarchy, hierarchical, recursive, parent child, graph
upsert, insert or update, on conflict, merge
inserted id, returning, last insert id, generated id
regex, regular expression, pattern
replace, substitute
text, string, varchar, character
money, decimal, exact, numeric, currency
nearest, distance, location, latitude, longitude, lat, geospatial, gis, geography
vector, embedding, similarity, semantic search, rag, retrieval
full text, search, text search
token, jwt, access token
oauth, google, github, social login, sso
mail, email, e-mail
confirmation mail, verification email, verify email
file, object, blob, upload, s3, bucket, storage
webhook, callback, event, notification
rss, feed, atom, changelog, release notes
release, version, changelog
schedule, cron, job, periodic, recurring
materialized view, cached view
view, virtual table
different server, another database, foreign data wrapper, fdw, foreign table, remote, external database, dblink
future tables, default privileges
config, configuration, setting, settings, parameter, option
env, environment variable, environment, dotenv
deploy, deployed, deployment, production, go live, going live, launch
production, prod, live
staging, preview, test, development, dev
checklist, best practice, recommendation
test, testing, ci, integration test, continuous integration
branch, branching, fork, clone
error, failure, exception, fail, failed, broken, not working, problem, trouble, troubleshoot
timeout, timed out, killed, time limit, max duration, maxduration, hang
stream, streaming, incremental, chunk, chunks, partial
smooth, jump, jumpy, choppy
duplicate, twice, repeated, double
stale, outdated, old value, previous render
memory, remember, history, persistence, persist, conversation
reload, refresh, reconnect, resume
cancel, stop, abort, interrupt
loop, step, steps, round, rounds, iteration, iterations
approve, approval, confirm, human in the loop, human
tool, function, function calling, tool calling
structured, typed, json, schema, object, zod
model, llm, language model, provider
prompt, message, instruction
rerank, reranking, reorder
trace, traces, tracing, telemetry, observability, opentelemetry
react native, expo, mobile
agent, bot, assistant
chat, chatbot, conversation
thinking, reasoning, think
trim, prune, shorten, truncate
wire format, protocol, stream protocol
custom backend, own server, python backend
how far back, history, retention, history window
weird, odd, strange
not allowed, prohibited, forbidden, acceptable use, abuse
under the hood, architecture, internals, how it works
different from, compare, comparison, versus, vs, difference, instead of
vs code, vscode, editor, extension, ide
install, brew, homebrew, npm install, download
extension, plugin, module, add-on
find, locate, where, look up, get
key, api key, secret
rotate, change, reset, renew
terraform, infrastructure as code, pulumi, iac
anonymize, mask, masking, pii, sensitive data
share, hand over, transfer
temporary, disposable, short-lived, ephemeral, expire, expiration, ttl
automatic, automatically, auto
`;

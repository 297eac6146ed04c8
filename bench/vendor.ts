import { createHmac, randomUUID } from "node:crypto";
import type { VendorAccess } from "@troth/server";
import { ask, type Request } from "./load.ts";

export type Member = { readonly id: string; readonly organisation: string };

const ORGANISATIONS = 500;
const MEMBERS = 2;
const PRICING = ["launch", "scale", "business", "enterprise"];

/** Everybody who writes tickets here. */
export const members: readonly Member[] = Array.from({ length: ORGANISATIONS * MEMBERS }, (_, at) => ({
  id: `usr-${at}`,
  organisation: `org-${at % ORGANISATIONS}`,
}));

/** Pushes organisations, subscriptions, members and projects in by the API, as a vendor does. */
export async function pushDirectory(port: number, { apiKey }: VendorAccess): Promise<void> {
  const put = (path: string, body: object) =>
    ask(port, {
      ...write(`/v1/directory/organisations/${path}`, { authorization: `Bearer ${apiKey}` }, body),
      method: "PUT",
    });
  for (let at = 0; at < ORGANISATIONS; at += 1) {
    const organisation = `org-${at}`;
    await put(organisation, { name: `Organisation ${at}` });
    await put(`${organisation}/subscription`, { pricing: PRICING[at % PRICING.length] });
    await put(`${organisation}/projects/prj-main`, { name: "main", region: "eu-1", isProduction: true });
    await put(`${organisation}/projects/prj-main/branches/br-main`, { name: "main", isDefault: true });
    await put(`${organisation}/projects/prj-main/branches/br-main/endpoints/ep-main`, {});
  }
  for (const { id, organisation } of members) {
    await put(`${organisation}/members/${id}`, { email: `${id}@customer.example`, name: `Customer ${id}` });
  }
}

const LIFE_SECONDS = 300;
const RENEWED_MS = 120_000;

/** What the vendor's console signs for a member: kept for two minutes, as a browser keeps it. */
export function tokens(access: VendorAccess, url: string): (member: Member) => string {
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  return (member) => {
    const before = kept.get(member.id);
    if (before && before.until > performance.now()) return before.token;
    const token = tokenFor(member, access, url);
    kept.set(member.id, { token, until: performance.now() + RENEWED_MS });
    return token;
  };
}

function tokenFor({ id, organisation }: Member, { issuer, secret }: VendorAccess, url: string): string {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: issuer, aud: url, sub: id, org: organisation, email: `${id}@customer.example` };
  const said = [
    { alg: "HS256", kid: "demo", typ: "JWT" },
    { ...claims, name: `Customer ${id}`, iat: now, exp: now + LIFE_SECONDS },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  const signature = createHmac("sha256", secret).update(said.join(".")).digest("base64url");
  return [...said, signature].join(".");
}

/** A write with a key of its own. */
export function write(path: string, who: Readonly<Record<string, string>>, body: object): Request {
  const headers = { ...who, "idempotency-key": randomUUID() };
  return { method: "POST", path, headers, body: JSON.stringify(body) };
}

/** What a customer writes: about five hundred letters, with the place and what the console knows. */
export function ticketText(at: number) {
  return {
    category: "issue",
    severity: String(2 + (at % 3)),
    project: "prj-main",
    branch: "br-main",
    endpoint: "ep-main",
    description: `Connections to the main branch fail now and then, case ${at}\n\n${"Two or three connections an hour are refused; a second try works, and the log shows nothing. ".repeat(5)}`,
    facts: [
      { name: "Page", value: "/projects/prj-main/branches/br-main" },
      { name: "Region", value: "eu-1" },
      { name: "Request id", value: randomUUID() },
    ],
    locale: "en",
    zone: "Europe/Berlin",
  };
}

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Policy } from "@troth/policy";
import { createConsole, type DemoOrganisation, demoVendor, signer } from "@troth/sample-console/server";
import { createTroth, type Troth, unwrap } from "@troth/sdk";
import {
  type Config,
  type Desk,
  grantVendor,
  type Mount,
  portalLinkAtStart,
  type VendorAccess,
} from "@troth/server";
import { fittedSubscription, fittedTicket } from "./demo-fit.ts";
import { DEMO_TICKETS } from "./demo-tickets.ts";

export type Demo = {
  readonly mount: Mount;
  readonly consoleUrl: string;
  /**
   * Pushes the vendor's directory and its first tickets through the public API, once, as far as the policy takes them;
   * answers how many tickets it did not take.
   */
  readonly fill: (policy: Policy) => Promise<number>;
  /** A one-time sign-in link for one of the made-up customers. */
  readonly portalLink: () => Promise<{ readonly name: string; readonly url: string } | null>;
};

const ISSUER = "https://console.acme-db.example";

/** The made-up vendor: its console on our port; its directory and first tickets come in by the door all vendors use. */
export async function openDemo(desk: Desk, config: Config, root: string): Promise<Demo> {
  const origin = `http://127.0.0.1:${config.port}`;
  const access = await vendorAccess(desk, config);
  const handle = createConsole({
    ...access,
    audience: desk.url,
    deskUrl: desk.url,
    basePath: "/console",
    distDir: join(root, "apps/sample-console/dist"),
  });
  return {
    mount: { path: "/console", handle },
    consoleUrl: `${origin}/console/`,
    fill: (policy) => fill(desk, { access, origin, policy }),
    async portalLink() {
      const [organisation] = demoVendor.organisations;
      const [member] = organisation?.members ?? [];
      if (!organisation || !member) return null;
      const url = await portalLinkAtStart(desk, {
        issuer: ISSUER,
        member: member.id,
        organisation: organisation.id,
      });
      return url === null ? null : { name: member.name, url };
    },
  };
}

/** The vendor's credentials, with a copy for whoever wants to sign or push by hand. */
async function vendorAccess(desk: Desk, { dataDir }: Config): Promise<VendorAccess> {
  const access = await grantVendor(desk, ISSUER);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(join(dataDir, "demo-vendor.json"), JSON.stringify(access), { mode: 0o600 });
  return access;
}

type Filling = { readonly access: VendorAccess; readonly origin: string; readonly policy: Policy };

async function fill(desk: Desk, { access, origin, policy }: Filling): Promise<number> {
  const vendor = createTroth({ baseUrl: origin, token: () => access.apiKey });
  const first = demoVendor.organisations[0];
  if (first && (await isThere(vendor, first.id))) return 0;
  for (const organisation of demoVendor.organisations) await push(vendor, organisation, policy);
  let refused = 0;
  const sign = signer({ ...access, audience: desk.url });
  for (const [at, { member: id, ...body }] of DEMO_TICKETS.entries()) {
    const organisation = demoVendor.organisations.find(({ members }) => members.some((one) => one.id === id));
    const member = organisation?.members.find((one) => one.id === id);
    if (!organisation || !member) continue;
    const customer = createTroth({
      baseUrl: origin,
      token: () => sign.token(member, organisation.id, Date.now()),
    });
    const header = { "Idempotency-Key": `demo-${at}` };
    const form = await unwrap(customer.api.GET("/v1/ticket-form"));
    const ticket = fittedTicket(form, body);
    const { response } = await customer.api.POST("/v1/tickets", { params: { header }, body: ticket });
    if (!response.ok) refused += 1;
  }
  return refused;
}

async function isThere(vendor: Troth, organisation: string): Promise<boolean> {
  const { response } = await vendor.api.GET("/v1/directory/organisations/{organisation}", {
    params: { path: { organisation } },
  });
  return response.ok;
}

async function push(
  vendor: Troth,
  { id: organisation, ...facts }: DemoOrganisation,
  policy: Policy,
): Promise<void> {
  const { api } = vendor;
  const base = "/v1/directory/organisations/{organisation}";
  await unwrap(api.PUT(base, { params: { path: { organisation } }, body: { name: facts.name } }));
  const subscription = fittedSubscription(policy, facts.subscription);
  if (subscription !== null) {
    const body = { ...subscription, state: "active" } as const;
    await unwrap(api.PUT(`${base}/subscription`, { params: { path: { organisation } }, body }));
  }
  for (const { id: member, ...body } of facts.members) {
    await unwrap(api.PUT(`${base}/members/{member}`, { params: { path: { organisation, member } }, body }));
  }
  for (const { id: project, branches, ...body } of facts.projects) {
    await unwrap(
      api.PUT(`${base}/projects/{project}`, { params: { path: { organisation, project } }, body }),
    );
    for (const { id: branch, endpoints, ...branchBody } of branches) {
      const path = { organisation, project, branch };
      await unwrap(
        api.PUT(`${base}/projects/{project}/branches/{branch}`, { params: { path }, body: branchBody }),
      );
      for (const { id: endpoint, ...endpointBody } of endpoints) {
        await unwrap(
          api.PUT(`${base}/projects/{project}/branches/{branch}/endpoints/{endpoint}`, {
            params: { path: { ...path, endpoint } },
            body: endpointBody,
          }),
        );
      }
    }
  }
}

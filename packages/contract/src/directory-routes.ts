import { z } from "zod";
import { ofOrganisation } from "./params.ts";
import type { Route } from "./route.ts";
import { Slug } from "./schemas/common.ts";
import * as directory from "./schemas/directory.ts";
import * as draft from "./schemas/policy-draft.ts";

const ofMember = z.object({ organisation: Slug, member: Slug });
const ofProject = z.object({ organisation: Slug, project: Slug });
const ofBranch = z.object({ organisation: Slug, project: Slug, branch: Slug });
const ofEndpoint = z.object({ organisation: Slug, project: Slug, branch: Slug, endpoint: Slug });

/** The vendor's directory: organisations, members, projects, and what they pay for. */
export const directoryRoutes = {
  listOrganisations: {
    method: "GET",
    path: "/v1/directory/organisations",
    permission: "directory.read",
    summary: "Organisations by name, each with what it subscribes to now.",
    query: z.object({
      search: z.string().trim().max(100).default(""),
      cursor: z.string().max(2_000).optional(),
    }),
    status: 200,
    response: draft.OrganisationList,
  },
  readOrganisation: {
    method: "GET",
    path: "/v1/directory/organisations/:organisation",
    permission: "directory.read",
    summary: "An organisation with its subscription timeline, members and projects.",
    params: ofOrganisation,
    status: 200,
    response: directory.Organisation,
  },
  putOrganisation: {
    method: "PUT",
    path: "/v1/directory/organisations/:organisation",
    permission: "directory.write",
    summary:
      "Create or change an organisation. What is left out besides the name stays as it was; null takes it back.",
    params: ofOrganisation,
    body: directory.PutOrganisation,
    status: 200,
    response: directory.Written,
  },
  putSubscription: {
    method: "PUT",
    path: "/v1/directory/organisations/:organisation/subscription",
    permission: "directory.write",
    summary:
      "Say what the organisation subscribes to from an instant on. Add-ons, dates of purchase and the contract stay as they were when left out; null takes them back.",
    params: ofOrganisation,
    body: directory.PutSubscription,
    status: 200,
    response: directory.Written,
  },
  putMember: {
    method: "PUT",
    path: "/v1/directory/organisations/:organisation/members/:member",
    permission: "directory.write",
    summary:
      "Create or change a member. What is left out of the facts about them stays as it was; null takes it back.",
    params: ofMember,
    body: directory.PutMember,
    status: 200,
    response: directory.Written,
  },
  removeMember: {
    method: "DELETE",
    path: "/v1/directory/organisations/:organisation/members/:member",
    permission: "directory.write",
    summary: "Take a member out of the organisation.",
    params: ofMember,
    status: 200,
    response: directory.Written,
  },
  putProject: {
    method: "PUT",
    path: "/v1/directory/organisations/:organisation/projects/:project",
    permission: "directory.write",
    summary: "Create or change a project.",
    params: ofProject,
    body: directory.PutProject,
    status: 200,
    response: directory.Written,
  },
  removeProject: {
    method: "DELETE",
    path: "/v1/directory/organisations/:organisation/projects/:project",
    permission: "directory.write",
    summary: "Remove a project with its branches and endpoints.",
    params: ofProject,
    status: 200,
    response: directory.Written,
  },
  putBranch: {
    method: "PUT",
    path: "/v1/directory/organisations/:organisation/projects/:project/branches/:branch",
    permission: "directory.write",
    summary: "Create or change a branch.",
    params: ofBranch,
    body: directory.PutBranch,
    status: 200,
    response: directory.Written,
  },
  removeBranch: {
    method: "DELETE",
    path: "/v1/directory/organisations/:organisation/projects/:project/branches/:branch",
    permission: "directory.write",
    summary: "Remove a branch with its endpoints.",
    params: ofBranch,
    status: 200,
    response: directory.Written,
  },
  putEndpoint: {
    method: "PUT",
    path: "/v1/directory/organisations/:organisation/projects/:project/branches/:branch/endpoints/:endpoint",
    permission: "directory.write",
    summary: "Create or change an endpoint.",
    params: ofEndpoint,
    body: directory.PutEndpoint,
    status: 200,
    response: directory.Written,
  },
  removeEndpoint: {
    method: "DELETE",
    path: "/v1/directory/organisations/:organisation/projects/:project/branches/:branch/endpoints/:endpoint",
    permission: "directory.write",
    summary: "Remove an endpoint.",
    params: ofEndpoint,
    status: 200,
    response: directory.Written,
  },
} as const satisfies Record<string, Route>;

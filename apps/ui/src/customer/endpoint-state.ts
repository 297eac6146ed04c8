import type { Endpoint } from "./wire.ts";

export type EndpointStand = "active" | "starting" | "idle" | "disabled" | "suspended";

/** What an endpoint is doing. Only `active` and `starting` can be an outage (product.md, decision 15). */
export function standOfEndpoint(endpoint: Endpoint): EndpointStand {
  if (endpoint.isDisabled) return "disabled";
  if (endpoint.suspendedFor !== null) return "suspended";
  if (endpoint.state === "idle") return "idle";
  return endpoint.state === "init" ? "starting" : "active";
}

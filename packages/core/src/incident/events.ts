import type { Instant } from "@troth/policy";
import type { IncidentState } from "../vocabulary.ts";

/** Everything that can happen to an incident. Its texts are the vendor's word to everybody and stay readable. */
export type IncidentEvent =
  | {
      readonly kind: "incident.declared";
      readonly number: number;
      readonly title: string;
      readonly components: readonly string[];
      readonly regions: readonly string[];
      readonly state: IncidentState;
      readonly text: string;
      readonly nextUpdateBy: Instant | null;
    }
  | {
      readonly kind: "incident.updated";
      readonly state: IncidentState;
      readonly text: string;
      readonly nextUpdateBy: Instant | null;
    };

/** An event in its place in the incident's log. */
export type LoggedIncidentEvent = {
  readonly seq: number;
  readonly at: Instant;
  readonly event: IncidentEvent;
};

/** An incident as its events make it. */
export type Incident = {
  readonly number: number;
  readonly title: string;
  readonly components: readonly string[];
  readonly regions: readonly string[];
  readonly state: IncidentState;
  readonly declaredAt: Instant;
  readonly changedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly nextUpdateBy: Instant | null;
  /** Seq of the last event; a write states the version it read. */
  readonly version: number;
};

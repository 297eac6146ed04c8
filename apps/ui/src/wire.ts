import type { components } from "@troth/sdk";

type Schemas = components["schemas"];

/** Shapes of the API that the shared components draw. */
export type PromiseOfReply = Schemas["PromiseOfReply"];
export type Receipt = Schemas["Receipt"];
export type ReceiptRow = Schemas["ReceiptRow"];
export type OpenLeft = Schemas["OpenLeft"];
export type SeverityStand = Schemas["SeverityStand"];
export type SeverityProposal = Schemas["SeverityProposal"];
export type SeverityOfPolicy = Schemas["Severity"];
export type NotCoveredFact = Schemas["NotCovered"];
export type Clause = Schemas["Clause"];
export type Link = Schemas["Link"];
export type Entitlement = Schemas["Entitlement"];
export type Problem = Schemas["Problem"];
export type CauseVersion = Schemas["CauseVersion"];
export type TimelineEntry = Schemas["TimelineEntry"];
export type TicketWish = Schemas["TicketWish"];
export type WireMessage = Schemas["Message"] & { readonly isNote?: boolean };

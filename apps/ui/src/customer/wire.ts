import type { components } from "@troth/sdk";

type Schemas = components["schemas"];

/** Shapes of the API that a customer's screens read and write. */
export type Me = Schemas["Me"];
export type TicketForm = Schemas["TicketForm"];
export type Category = Schemas["Category"];
export type Project = Schemas["Project"];
export type Endpoint = Schemas["Endpoint"];
export type FormField = Schemas["FormField"];
export type Statement = Schemas["Statement"];
export type Fact = Schemas["Fact"];
export type FactAsked = Schemas["FactAsked"];
export type Preview = Schemas["Preview"];
export type ProposeSeverity = Schemas["ProposeSeverity"];
export type OpenTicket = Schemas["OpenTicket"];
export type TicketOpened = Schemas["TicketOpened"];
export type TicketRow = Schemas["TicketRow"];
export type Ticket = Schemas["Ticket"];
export type Cause = Schemas["Cause"];
export type OwnIncident = Schemas["OwnIncident"];
export type Proceedings = Schemas["Proceedings"];
export type Preference = Schemas["Preference"];
export type Colleague = Schemas["Colleague"];
export type ChannelAccess = Schemas["ChannelAccess"];

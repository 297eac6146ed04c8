/** Branded ids: a ticket's id never passes for a person's. All are UUIDs made by the `ids` port. */
export type WorkspaceId = string & { readonly __brand: "WorkspaceId" };
export type TicketId = string & { readonly __brand: "TicketId" };
export type PersonId = string & { readonly __brand: "PersonId" };
export type OrganisationId = string & { readonly __brand: "OrganisationId" };
export type MessageId = string & { readonly __brand: "MessageId" };

/** Text sealed with its author's key, opaque here: erasing the key leaves the log verifiable. */
export type Sealed = string;

/** New identities. Tests give seeded ones. */
export interface Ids {
  /** A UUID that sorts by time (version 7). An identity, never a secret. */
  uuid(): string;
  /** 256 random bits as base64url: a secret for links, keys and sessions. */
  secret(): string;
}

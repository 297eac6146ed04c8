import type { KeyObject } from "node:crypto";
import type { Bytes } from "./blobs.ts";

/** A person's key, in the clear only inside the process. */
export type PersonKey = { readonly person: string; readonly key: KeyObject };

/**
 * Seals personal text with a key per person; the keys themselves are wrapped with the installation's key.
 * Deleting a person's wrapped key makes all of it unreadable while the event log still verifies.
 */
export interface Vault {
  /** A new key for a person and its wrapped form, which is what the database keeps. */
  newKey(person: string): { readonly key: PersonKey; readonly wrapped: Buffer };
  /** The key again; null when it was erased (`wrapped` is null). Throws when it was wrapped by another installation. */
  unwrap(person: string, wrapped: Buffer | null): PersonKey | null;
  /** AES-256-GCM, bound to the person. Base64. */
  seal(key: PersonKey, text: string): string;
  /** The text again; throws when it was altered or belongs to another person. */
  open(key: PersonKey, sealed: string): string;
  /** A file sealed as it streams, with a key that only this person's and the file's name (`bound`) make. */
  sealFile(key: PersonKey, bound: string, plain: Bytes): Bytes;
  /** The file again; the stream throws where it was altered or cut. */
  openFile(key: PersonKey, bound: string, sealed: Bytes): Bytes;
  /** Seals for the installation itself: secrets of issuers. */
  sealOwn(text: string): string;
  openOwn(sealed: string): string;
  /** Keyed hash that finds an address without reading it; case and surrounding space do not matter. */
  addressIndex(email: string): Buffer;
  /** A secret that every node of the installation makes alike and nobody else can: 256 bits for one purpose. */
  secretFor(purpose: string): string;
  /** HMAC of a text for one purpose, base64url: what we wrote ourselves is known again by it. */
  sign(purpose: string, text: string): string;
  /** Whether it is our signature of that text; takes as long for a wrong one. */
  isSigned(purpose: string, text: string, signature: string): boolean;
  /** Hash of a secret of ours, for look-up. The secrets have 256 bits, so no salt is needed. */
  secretHash(secret: string): Buffer;
  sha256(text: string): string;
}

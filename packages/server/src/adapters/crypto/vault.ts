import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import type { PersonKey, Vault } from "../../ports/vault.ts";
import { openedChunks, sealedChunks } from "./sealed-stream.ts";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const VERSION = 1;

/** Keys of people kept unwrapped for a moment, so that a list of fifty rows opens fifty locks once. */
const CACHE_ENTRIES = 2_000;

/** A vault on the installation's key of 32 bytes. Layout of a sealed text: version, nonce, tag, ciphertext. */
export function vaultOf(masterKey: Buffer): Vault {
  if (masterKey.length !== KEY_BYTES) throw new TypeError("The installation's key has 32 bytes.");
  const wrapping = createSecretKey(derive(masterKey, "wrap"));
  const indexing = derive(masterKey, "index");
  const own = createSecretKey(derive(masterKey, "own"));
  const unwrapped = new Map<string, PersonKey>();

  return {
    newKey(person) {
      const bytes = randomBytes(KEY_BYTES);
      return { key: { person, key: createSecretKey(bytes) }, wrapped: encrypt(wrapping, person, bytes) };
    },
    unwrap(person, wrapped) {
      if (wrapped === null) return null;
      const id = wrapped.toString("latin1");
      const known = unwrapped.get(id);
      if (known?.person === person) return known;
      const key = { person, key: createSecretKey(decrypt(wrapping, person, wrapped)) };
      if (unwrapped.size >= CACHE_ENTRIES) unwrapped.clear();
      unwrapped.set(id, key);
      return key;
    },
    seal: ({ person, key }, text) => encrypt(key, person, Buffer.from(text, "utf8")).toString("base64"),
    open: ({ person, key }, sealed) => decrypt(key, person, Buffer.from(sealed, "base64")).toString("utf8"),
    sealFile: ({ person, key }, bound, plain) => sealedChunks(key, `${person} ${bound}`, plain),
    openFile: ({ person, key }, bound, sealed) => openedChunks(key, `${person} ${bound}`, sealed),
    sealOwn: (text) => encrypt(own, "", Buffer.from(text, "utf8")).toString("base64"),
    openOwn: (sealed) => decrypt(own, "", Buffer.from(sealed, "base64")).toString("utf8"),
    addressIndex: (email) => createHmac("sha256", indexing).update(folded(email)).digest(),
    secretFor: (purpose) => derive(masterKey, `secret for ${purpose}`).toString("base64url"),
    sign: (purpose, text) => signature(masterKey, purpose, text).toString("base64url"),
    isSigned: (purpose, text, given) => {
      const shown = Buffer.from(given, "base64url");
      const right = signature(masterKey, purpose, text);
      return shown.length === right.length && timingSafeEqual(shown, right);
    },
    secretHash: (secret) => createHash("sha256").update(secret).digest(),
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
  };
}

/** Letters of ASCII lose their case and nothing else does: what folds to one of them is another address. */
function folded(email: string): string {
  return email.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function derive(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, "troth", purpose, KEY_BYTES));
}

function signature(masterKey: Buffer, purpose: string, text: string): Buffer {
  return createHmac("sha256", derive(masterKey, `sign ${purpose}`))
    .update(text)
    .digest();
}

/** Keys are key objects: node:crypto takes three times as long to set up a cipher from bytes. */
function encrypt(key: KeyObject, bound: string, plain: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), text]);
}

function decrypt(key: KeyObject, bound: string, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION || sealed.length < 1 + IV_BYTES + TAG_BYTES)
    throw new Error("Not a sealed text.");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 1 + IV_BYTES));
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]);
}

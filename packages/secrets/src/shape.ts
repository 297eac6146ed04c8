import { isPlaceholder } from "./placeholder.ts";

/** Ways of making a secret unreadable: «sha256», «md5-hashed», «AES-256». They follow «password» in sentences. */
const WAY = /^(?:sha|md|aes|rsa|utf|base|bcrypt|argon|scram|pbkdf|ed|ecdsa|http|ipv|oauth|v)-?\d/i;
const AMOUNT = /^\d+(?:[.,]\d+)?(?:%|ms|s|m|h|d|kb|mb|gb|px|x|st|nd|rd|th|days?|chars?|bytes?)$/i;

/** Letters with digits or signs among them: hardly a word of a sentence. */
export function isMixed(value: string): boolean {
  return (
    value.length >= 6 &&
    /\p{L}/u.test(value) &&
    /[\d!@#$%^*+=~]/.test(value) &&
    !AMOUNT.test(value) &&
    !WAY.test(value)
  );
}

/** Long, with both cases and digits, or base64 with its end: what programs make, not people. */
export function isMade(value: string): boolean {
  const hasCases = /[a-z]/.test(value) && /[A-Z]/.test(value);
  if (hasCases && /^[A-Za-z0-9+/_-]{6,}={1,2}$/.test(value)) return true;
  return (hasCases && /\d/.test(value) && value.length >= 16) || /^[0-9a-f]{32,}$/i.test(value);
}

/** Words with a number at the end, as programs name things: `next_token_2024`, `my-app-7`. */
export function isName(value: string): boolean {
  return /^[a-z]+(?:[_-][a-z]+)+[_-]?\d{1,4}$/i.test(value);
}

/** A path of a file that has an ending, or of a folder for secrets: what is in it stands elsewhere. */
export function isPath(value: string): boolean {
  return /^(?:~|\.{1,2}|[A-Z]:)?[/\\][\w.-]+(?:[/\\][\w.-]+)*\.\w{2,5}$|^\/(?:run|etc|var|home|opt|tmp)\//.test(
    value,
  );
}

/** A path of names, as code has them: `process.env.TOKEN`, `config.password`, `req.body.secret`. */
export function isCode(value: string): boolean {
  const parts = value.split(/\??\.(?=\w)/);
  if (parts.length < 2 || !parts.every((part) => /^[A-Za-z_$][\w$]*$/.test(part))) return false;
  return !/\d/.test(value) || isPlaceholder(parts.at(-1) ?? "");
}

import { isPlaceholder } from "./placeholder.ts";
import type { Secret, SecretKind } from "./secret.ts";

type Form = readonly [of: string | null, kind: SecretKind, form: string];

/**
 * Forms of tokens and keys that say themselves whose they are. Each begins with fixed letters and repeats one class
 * of characters, so that a text is walked through once.
 */
const FORMS: readonly Form[] = [
  ["AWS", "key", "(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])"],
  ["GitHub", "token", "gh[oprsu]_[A-Za-z0-9]{30,}"],
  ["GitHub", "token", "github_pat_[A-Za-z0-9_]{22,}"],
  ["GitLab", "token", "gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt|oas)-[\\w-]{20,}"],
  ["Stripe", "key", "[sr]k_(?:live|test)_[A-Za-z0-9]{10,}"],
  ["Stripe", "key", "whsec_[A-Za-z0-9+/]{24,}={0,2}"],
  ["Slack", "token", "xox[abeoprs](?:\\.xox[bp])?-[\\w-]{10,}"],
  ["Slack", "token", "xapp-\\d-[\\w-]{10,}"],
  ["Google", "key", "AIza[\\w-]{35}"],
  ["Google", "token", "ya29\\.[\\w-]{20,}"],
  ["Google", "key", "GOCSPX-[\\w-]{20,}"],
  ["npm", "token", "npm_[A-Za-z0-9]{36,}"],
  ["Anthropic", "key", "sk-ant-[\\w-]{20,}"],
  ["OpenAI", "key", "sk-(?:proj|svcacct|admin|None)-[\\w-]{20,}"],
  ["OpenAI", "key", "sk-[A-Za-z0-9]{32,}"],
  ["Troth", "key", "troth_[\\w-]{43}(?![\\w-])"],
  ["Neon", "key", "napi_[a-z0-9]{32,}"],
  ["Neon", "password", "npg_[A-Za-z0-9]{10,}"],
  ["Supabase", "key", "sb(?:p|_secret)_[\\w-]{30,}"],
  ["PlanetScale", "key", "pscale_(?:tkn|pw|oauth)_[\\w-]{30,}"],
  ["Hugging Face", "token", "hf_[A-Za-z]{30,}"],
  ["DigitalOcean", "token", "do[opr]_v1_[a-f0-9]{64}"],
  ["Docker", "token", "dckr_(?:pat|oat)_[\\w-]{20,}"],
  ["PyPI", "token", "pypi-AgE[\\w-]{50,}"],
  ["SendGrid", "key", "SG\\.[\\w-]{16,}\\.[\\w-]{30,}"],
  ["Shopify", "token", "shp(?:at|ca|pa|ss)_[a-f0-9]{32,}"],
  ["Databricks", "token", "dapi[a-f0-9]{32}"],
  ["Linear", "key", "lin_api_[A-Za-z0-9]{30,}"],
  ["Grafana", "token", "gl(?:sa|c)_[\\w+/-]{30,}={0,2}"],
  ["HashiCorp", "token", "hv[bsr]\\.[\\w-]{24,}"],
  ["Tailscale", "key", "tskey-[a-z]+-[\\w-]{10,}"],
  ["Telegram", "token", "\\d{8,10}:AA[\\w-]{33}"],
  ["Discord", "token", "[MNO][A-Za-z\\d_-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,}"],
  [null, "token", "eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}"],
  ["Azure", "key", "(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==(?![A-Za-z0-9+/=])"],
  ["age", "private key", "AGE-SECRET-KEY-1[A-Z0-9]{40,}"],
];

const ANY = new RegExp(`(?<![\\w-])(?:${FORMS.map(([, , form]) => `(${form})`).join("|")})`, "g");

/** Addresses whose last part is a secret: whoever has it may write. */
const HOOKS =
  /((hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks)\/)([\w/-]{20,})/g;

/** Tokens and keys whose form alone tells what they are. */
export function vendorSecrets(text: string): Secret[] {
  return [...formed(text), ...hooks(text)];
}

function formed(text: string): Secret[] {
  return [...text.matchAll(ANY)].flatMap((match) => {
    const [of, kind] = FORMS[match.findIndex((group, at) => at > 0 && group !== undefined) - 1] ?? [];
    const [whole] = match;
    if (kind === undefined || isFilled(whole)) return [];
    return [{ start: match.index, end: match.index + whole.length, kind, of: of ?? null }];
  });
}

function hooks(text: string): Secret[] {
  return [...text.matchAll(HOOKS)].flatMap(({ index, 1: address = "", 2: host = "", 3: secret = "" }) => {
    const start = index + address.length;
    const of = host.startsWith("hooks") ? "Slack" : "Discord";
    return isFilled(secret) ? [] : [{ start, end: start + secret.length, kind: "token" as const, of }];
  });
}

/** A token of the docs rather than a real one: it says example, or its letters hardly change. */
function isFilled(token: string): boolean {
  return isPlaceholder(token) || new Set(token.slice(-16)).size < 5;
}

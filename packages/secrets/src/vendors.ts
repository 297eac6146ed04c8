import { type Form, formedIn } from "./forms.ts";
import { isPlaceholder } from "./placeholder.ts";
import type { Secret, SecretKind } from "./secret.ts";

type Token = readonly [of: string | null, kind: SecretKind, form: string];

/**
 * Forms of tokens and keys that say themselves whose they are. Each begins with fixed letters and repeats one class
 * of characters, so that a text is walked through once.
 */
const FORMS: readonly Token[] = [
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
  ["Hugging Face", "token", "hf_[A-Za-z0-9]{30,}"],
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
  ["OpenRouter", "key", "sk-or-v1-[a-f0-9]{40,}"],
  ["Twilio", "key", "SK[a-f0-9]{32}(?![A-Za-z0-9])"],
  ["Mailgun", "key", "key-[a-f0-9]{32}(?![A-Za-z0-9])"],
  ["Mailchimp", "key", "[a-f0-9]{32}-us\\d{1,2}(?![A-Za-z0-9])"],
  ["Brevo", "key", "xkeysib-[a-f0-9]{40,}-[A-Za-z0-9]{10,}"],
  ["Resend", "key", "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,}"],
  ["Sentry", "token", "sntry[su]_[\\w+/=-]{30,}"],
  ["HashiCorp", "token", "[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{40,}"],
  ["Atlassian", "token", "AT(?:ATT|CTT)3[\\w=-]{30,}"],
  ["Bitbucket", "token", "ATBB[A-Za-z0-9]{24,}"],
  ["Contentful", "token", "CFPAT-[\\w-]{30,}"],
  ["Figma", "token", "fig[dorh]_[\\w-]{30,}"],
  ["Doppler", "token", "dp\\.(?:st|pt|sa|ct|scim|audit)\\.(?:[\\w-]{2,35}\\.)?[A-Za-z0-9]{30,}"],
  ["Fly", "token", "fo1_[\\w-]{30,}"],
  ["Fly", "token", "fm[12][ar]?_[\\w+/=-]{30,}"],
  ["Groq", "key", "gsk_[A-Za-z0-9]{40,}"],
  ["Replicate", "token", "r8_[A-Za-z0-9]{30,}"],
  ["Perplexity", "key", "pplx-[A-Za-z0-9]{40,}"],
  ["xAI", "key", "xai-[A-Za-z0-9]{40,}"],
  ["Nvidia", "key", "nvapi-[\\w-]{40,}"],
  ["LangSmith", "key", "lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{8,}"],
  ["New Relic", "key", "NR(?:AK|II|IQ|JS|RA|SP|BR)-[A-Za-z0-9_-]{27,}"],
  ["Dynatrace", "token", "dt0[cs]\\d{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}"],
  ["Render", "key", "rnd_[A-Za-z0-9]{20,}"],
  ["Netlify", "token", "nf[poc]_[A-Za-z0-9]{30,}"],
  ["Heroku", "key", "HRKU-[\\w-]{30,}"],
  ["Alibaba", "key", "LTAI[A-Za-z0-9]{12,26}(?![A-Za-z0-9])"],
  ["AWS", "token", "IQoJb3JpZ2lu[A-Za-z0-9+/=]{60,}"],
  ["Azure", "key", "[\\w.~-]{3}8Q~[\\w.~-]{31,34}"],
  ["Google", "token", "1//0[\\w-]{30,}"],
  ["Meta", "token", "EAA[A-Z][A-Za-z0-9]{40,}(?![A-Za-z0-9+/=])"],
  ["Square", "token", "sq0(?:csp|atp)-[\\w-]{22,}"],
  ["Notion", "token", "(?:ntn|secret)_[A-Za-z0-9]{43,}"],
  ["Airtable", "token", "pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}"],
  ["Postman", "key", "PMAK-[a-f0-9]{24}-[a-f0-9]{34}"],
  ["Pulumi", "token", "pul-[a-f0-9]{40}"],
  ["RubyGems", "key", "rubygems_[a-f0-9]{48}"],
  ["Sonar", "token", "sq[pau]_[a-f0-9]{40}"],
  ["Artifactory", "key", "AKC[A-Za-z0-9]{50,}"],
  ["Buildkite", "token", "bkua_[a-f0-9]{40}"],
  ["CircleCI", "token", "CCI(?:PAT|PRJ)_[A-Za-z0-9]{20,}_[a-f0-9]{40}"],
  ["OnePassword", "token", "ops_eyJ[\\w-]{50,}"],
  ["Mapbox", "token", "sk\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}"],
  ["Xata", "key", "xau_[A-Za-z0-9]{20,}"],
  ["Prefect", "key", "pnu_[A-Za-z0-9]{36}"],
  ["Cloudflare", "key", "v1\\.0-[a-f0-9]{24}-[a-f0-9]{100,}"],
  [null, "token", "eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}"],
  ["Azure", "key", "(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==(?![A-Za-z0-9+/=])"],
  ["age", "private key", "AGE-SECRET-KEY-1[A-Z0-9]{40,}"],
];

const ANY = new RegExp(`(?<![\\w-])(?:${FORMS.map(([, , form]) => `(${form})`).join("|")})`, "g");

/** Addresses whose last part is a secret: whoever has it may write. */
const HOOKS =
  /((hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks)\/)([\w/-]{20,})/g;

/** The secret of a pair of keys, beside the one that names itself. */
const PAIRED: readonly Form[] = [
  {
    form: /(?<before>(?<![\w-])(?:AKIA|ASIA)[A-Z2-7]{16}["']?[\s:,;|]{1,4}["']?)(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/g,
    kind: "key",
  },
];

/** Tokens and keys whose form alone tells what they are. */
export function vendorSecrets(text: string): Secret[] {
  return [...formed(text), ...formedIn(text, PAIRED), ...hooks(text)];
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

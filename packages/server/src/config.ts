import { delimiter, isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import type { FilesPlace } from "./ports/files-place.ts";
import type { Issuer } from "./ports/tokens.ts";

const port = z
  .string()
  .regex(/^\d{1,5}$/, "is not a port; write a number from 0 to 65535")
  .transform(Number)
  .refine((number) => number <= 65_535, "is not a port; write a number from 0 to 65535");
const flag = z
  .enum(["true", "false"], "is not a yes or no; write true or false")
  .transform((text) => text === "true");

const BUCKET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]+))?$/;

const LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"] as const;

/** Every setting once, with where it comes from. All are optional: the defaults run the demo on one machine. */
const Settings = z.object({
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/.+/,
      "is not a PostgreSQL address; write it as postgres://user:password@host/database",
    )
    .optional(),
  TROTH_DATA: z.string().min(1).default(".troth"),
  TROTH_FILES: z
    .string()
    .refine(
      (text) => !text.includes("://") || BUCKET.test(text),
      "is neither a folder nor a bucket; write a path, or s3://bucket or s3://bucket/prefix",
    )
    .optional(),
  TROTH_S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "is not a web address; write it as https://s3.example.com" })
    .optional(),
  TROTH_S3_REGION: z.string().min(1).default("us-east-1"),
  TROTH_S3_KEY: z.string().min(1).optional(),
  TROTH_S3_SECRET: z.string().min(1).optional(),
  PORT: port.default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  TROTH_URL: z
    .url({ protocol: /^https?$/, error: "is not a web address; write it as https://support.example.com" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  TROTH_KEY: z
    .string()
    .refine(
      (text) => Buffer.from(text, "base64").length === 32,
      "is not 32 bytes in base64; make one with: openssl rand -base64 32",
    )
    .optional(),
  TROTH_METRICS_PORT: port.optional(),
  TROTH_SMTP: z
    .string()
    .regex(/^smtps?:\/\/.+/, "is not a mail server; write it as smtps://user:password@host:465")
    .optional(),
  TROTH_MAIL_FROM: z
    .string()
    .regex(/^[^@\s]+@[^@\s]+$/, "is not an e-mail address")
    .default("support@localhost.localdomain"),
  TROTH_MEETING_URL: z
    .string()
    .refine(
      (text) => text.includes("{room}") && URL.canParse(text) && text.startsWith("https://"),
      "is not the address of a meeting; write it as https://meet.example.com/{room}",
    )
    .optional(),
  TROTH_SOURCE_FOLDERS: z
    .string()
    .default("")
    .transform((text) => text.split(delimiter).filter((folder) => folder !== ""))
    .refine((folders) => folders.every(isAbsolute), "holds something that is no absolute path"),
  TROTH_SOURCES_INSIDE: z
    .string()
    .default("")
    .transform((text) => text.split(/\s+/).filter((host) => host !== "")),
  TROTH_TRUST_PROXY: flag.default(false),
  TROTH_ISSUER: z.string().min(1).max(500).optional(),
  TROTH_ISSUER_SECRET: z
    .string()
    .refine(
      (text) => Buffer.byteLength(text) >= 32,
      "is shorter than 32 bytes; make one with: openssl rand -base64 32",
    )
    .optional(),
  TROTH_ISSUER_JWKS: z.string().refine(isJwks, "is not a JWK set of EdDSA or ES256 public keys").optional(),
  TROTH_EMBEDDERS: z
    .string()
    .default("")
    .transform((text) => text.split(/\s+/).filter((origin) => origin !== ""))
    .refine(
      (origins) => origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
      "holds something that is no origin; write them as https://console.example.com, with spaces between",
    ),
  TROTH_API_KEY: z
    .string()
    .regex(
      /^troth_[\w-]{32,}$/,
      "is not troth_ and at least 32 more letters, digits, - or _; make one with: echo troth_$(openssl rand -hex 32)",
    )
    .optional(),
  TROTH_LOG: z.enum(LEVELS, `is not a log level; write one of ${LEVELS.join(", ")}`).default("info"),
});

export type Config = {
  readonly databaseUrl: string | null;
  /** Folder of the embedded database, keys, files and caught mail. */
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  /** Where people reach the desk; links in mails are made from it and from nothing else. */
  readonly url: string | null;
  readonly key: Buffer | null;
  /** 0 switches metrics off; null: the port of the desk + 6000. */
  readonly metricsPort: number | null;
  readonly smtp: string | null;
  readonly mailFrom: string;
  /** Where video chats are held, with {room} and {ticket} to fill in; null when no provider is set up. */
  readonly meetingUrl: string | null;
  /** Where knowledge may be read from beside public addresses: folders of this machine, and inside hosts. */
  readonly sources: { readonly folders: readonly string[]; readonly inside: readonly string[] };
  readonly isBehindProxy: boolean;
  readonly vendor: VendorConfig;
  readonly logLevel: string;
  readonly files: FilesPlace;
};

/** Whose console vouches for customers, where the widget may stand, and the key the vendor's systems push with. */
export type VendorConfig = {
  readonly issuer: Issuer | null;
  readonly embedders: readonly string[];
  readonly apiKey: string | null;
};

/** The settings of this process, or all that is wrong with them at once, a line each. */
export function readConfig(env: NodeJS.ProcessEnv): Config | { readonly problems: readonly string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = Settings.safeParse(given);
  if (!result.success) {
    return {
      problems: result.error.issues.map(({ path, message }) => `${path.join(".")} ${wording(message)}`),
    };
  }
  const { data } = result;
  const { TROTH_ISSUER: iss, TROTH_ISSUER_SECRET: secret, TROTH_ISSUER_JWKS: jwks } = data;
  if (iss !== undefined && (secret === undefined) === (jwks === undefined)) {
    return {
      problems: [
        "TROTH_ISSUER needs either TROTH_ISSUER_SECRET or TROTH_ISSUER_JWKS beside it, and not both",
      ],
    };
  }
  const isBucket = data.TROTH_FILES?.startsWith("s3://") ?? false;
  if (!isBucket && (data.TROTH_S3_ENDPOINT ?? data.TROTH_S3_KEY ?? data.TROTH_S3_SECRET) !== undefined) {
    return { problems: ["TROTH_S3_… is set, but TROTH_FILES names no bucket; write it as s3://bucket"] };
  }
  if ((data.TROTH_S3_KEY === undefined) !== (data.TROTH_S3_SECRET === undefined)) {
    return { problems: ["TROTH_S3_KEY and TROTH_S3_SECRET belong together; set both, or neither"] };
  }
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: resolve(data.TROTH_DATA),
    port: data.PORT,
    host: data.HOST,
    url: data.TROTH_URL ?? null,
    key: data.TROTH_KEY === undefined ? null : Buffer.from(data.TROTH_KEY, "base64"),
    metricsPort: data.TROTH_METRICS_PORT ?? null,
    smtp: data.TROTH_SMTP ?? null,
    mailFrom: data.TROTH_MAIL_FROM,
    meetingUrl: data.TROTH_MEETING_URL ?? null,
    sources: { folders: data.TROTH_SOURCE_FOLDERS, inside: data.TROTH_SOURCES_INSIDE },
    isBehindProxy: data.TROTH_TRUST_PROXY,
    vendor: {
      issuer: issuerOf(data),
      embedders: data.TROTH_EMBEDDERS,
      apiKey: data.TROTH_API_KEY ?? null,
    },
    logLevel: data.TROTH_LOG,
    files: filesOf(data),
  };
}

function filesOf(data: z.infer<typeof Settings>): FilesPlace {
  const { TROTH_FILES: place, TROTH_S3_KEY: key, TROTH_S3_SECRET: secret } = data;
  const [, bucket, prefix = ""] = BUCKET.exec(place ?? "") ?? [];
  if (bucket === undefined) return { kind: "folder", path: resolve(place ?? join(data.TROTH_DATA, "files")) };
  return {
    kind: "s3",
    bucket,
    prefix: prefix === "" ? "" : `${prefix.replace(/\/+$/, "")}/`,
    region: data.TROTH_S3_REGION,
    endpoint: data.TROTH_S3_ENDPOINT ?? null,
    credentials:
      key === undefined || secret === undefined ? null : { accessKeyId: key, secretAccessKey: secret },
  };
}

function wording(message: string): string {
  return message.startsWith("is ") ? message : `is not as it must be: ${message}`;
}

const Jwks = z.object({
  keys: z
    .array(z.looseObject({ kid: z.string(), kty: z.enum(["OKP", "EC"]), d: z.never().optional() }))
    .min(1),
});

function isJwks(text: string): boolean {
  return jwksOf(text) !== null;
}

function jwksOf(text: string): z.infer<typeof Jwks> | null {
  try {
    return Jwks.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** One algorithm an issuer: that of its keys. */
function issuerOf(data: z.infer<typeof Settings>): Issuer | null {
  const { TROTH_ISSUER: iss, TROTH_ISSUER_SECRET: secret, TROTH_ISSUER_JWKS: text } = data;
  if (iss === undefined) return null;
  if (secret !== undefined) return { iss, algorithm: "HS256", secrets: { main: secret }, jwks: null };
  const jwks = text === undefined ? null : jwksOf(text);
  const isElliptic = jwks?.keys[0]?.kty === "EC";
  return { iss, algorithm: isElliptic ? "ES256" : "EdDSA", secrets: null, jwks };
}

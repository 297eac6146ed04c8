import { z } from "zod";
import { demanded, Instant } from "./common.ts";

const webAddress = z
  .url({
    protocol: /^https?$/,
    error: "This is no web address. Write one such as https://docs.example.com/.",
  })
  .max(2_000);
const addresses = z
  .object({
    base: webAddress.nullable().meta({ description: "What all addresses of its pages begin with." }),
    names: z.enum(["pages", "files"]),
  })
  .default({ base: null, names: "pages" });

/** Where knowledge lies, by kind. */
const Place = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("website"), start: webAddress, sitemap: webAddress.optional() }),
  z.object({ kind: z.literal("folder"), folder: z.string().min(1).max(1_000), addresses }),
  z.object({
    kind: z.literal("git"),
    address: z.string().min(1).max(2_000),
    ref: z.string().min(1).max(200).optional(),
    under: z.string().min(1).max(500).optional(),
    addresses,
  }),
  z.object({
    kind: z.literal("github"),
    repository: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/, { message: "Write owner and name, such as example/docs." })
      .max(200),
    api: webAddress.optional(),
    parts: z
      .array(z.enum(["issues", "discussions", "releases"]))
      .min(1)
      .optional(),
  }),
  z.object({ kind: z.literal("feed"), address: webAddress }),
]);

const HOUR = 1;
const MONTH = 720;

export const SourceDraft = z
  .object({
    name: demanded("A source has a name. Write one.").max(100),
    place: Place,
    secret: z.string().min(1).max(500).nullable().optional().meta({
      description: "A token to read it with. Left out: as it is. Null: none. It is never told again.",
    }),
    everyHours: z.number().min(HOUR).max(MONTH).default(24),
    isPaused: z.boolean().default(false),
  })
  .meta({ id: "SourceDraft" });

export const ChangeSource = SourceDraft.extend({
  version: z.number().int().meta({ description: "The version that was read." }),
}).meta({ id: "ChangeSource" });

export const DropSource = z.object({ version: z.coerce.number().int() });

export const RefreshSource = z
  .object({
    acceptsLoss: z.boolean().default(false).meta({
      description: "Most of it was gone the last time, and that is meant: let it go.",
    }),
  })
  .meta({ id: "RefreshSource" });

export const Source = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.string(),
    place: z.record(z.string(), z.unknown()).meta({ description: "Where it lies, as its kind tells." }),
    hasSecret: z.boolean(),
    everyHours: z.number(),
    isPaused: z.boolean(),
    isOwn: z.boolean().meta({ description: "The desk's own: neither changed nor taken away." }),
    pages: z.number().int(),
    currentAt: Instant.nullable().meta({ description: "When all that is new in it was last seen." }),
    attemptedAt: Instant.nullable(),
    nextAt: Instant.nullable().meta({ description: "When it is read next; null while it is paused." }),
    isStale: z.boolean().meta({ description: "What is known of it is older than a day." }),
    isReading: z.boolean(),
    outcome: z.enum(["whole", "news", "part", "suspicious", "broken-off"]).nullable(),
    notes: z.array(z.object({ code: z.string(), about: z.string() })),
    withheld: z.number().int().meta({
      description: "Pages that are no longer there and stay until somebody says that this is meant.",
    }),
    version: z.number().int(),
  })
  .meta({ id: "Source" });

export const SourceList = z.object({ sources: z.array(Source) }).meta({ id: "SourceList" });

export const SourceChanged = z.object({ id: z.uuid() }).meta({ id: "SourceChanged" });

import { z } from "zod";
import { Instant, Named } from "./common.ts";
import { PolicyVersion } from "./policy.ts";

const Said = z.object({ en: z.string(), de: z.string() }).meta({ id: "Said" });

export const PolicyChange = z
  .object({
    id: z.string().meta({ description: "The same for the same change between any two versions." }),
    topic: z.string(),
    plan: Named.nullable().meta({ description: "Null when it concerns everybody." }),
    subject: z.object({ kind: z.string(), id: z.string() }),
    kind: z.enum(["better", "worse", "changed", "added", "removed"]),
    before: Said.nullable(),
    after: Said.nullable(),
    sentence: Said,
  })
  .meta({ id: "PolicyChange", description: "One difference between two versions, as customers see it." });

export const PolicyChanges = z
  .object({
    from: PolicyVersion.nullable().meta({ description: "Null for the first version." }),
    to: PolicyVersion,
    changes: z.array(PolicyChange),
  })
  .meta({ id: "PolicyChanges" });

export const PolicyChangeNotice = z
  .object({
    version: z.string(),
    publishedAt: Instant,
    from: z.string().meta({ description: "The version this person knew." }),
    page: z.string().meta({ description: "Address of what changed." }),
  })
  .meta({
    id: "PolicyChangeNotice",
    description: "A change of the support policy since this person last asked for something.",
  });

export const AcceptanceList = z
  .object({
    version: z.string(),
    accepted: z.number().int().meta({ description: "Organisations that have used support under it." }),
    organisations: z.number().int().meta({ description: "All there are." }),
    acceptances: z.array(
      z.object({
        organisation: Named,
        at: Instant,
        person: Named,
        act: z.enum(["ticket.opened", "message.written"]),
        ticket: z.number().int(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "AcceptanceList", description: "First uses of support under a version, one an organisation." });

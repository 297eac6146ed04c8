import { z } from "zod";
import { Instant, Named } from "./common.ts";

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

import { LIMITS } from "@troth/core";
import { z } from "zod";
import { Instant } from "./common.ts";

const Picture = z
  .object({ width: z.number().int(), height: z.number().int() })
  .nullable()
  .meta({ description: "Set for a raster picture that was proven to be one, in pixels." });

const kept = {
  id: z.string(),
  name: z.string().meta({ description: "As it is shown: without paths and characters that deceive." }),
  bytes: z.number().int(),
  type: z.string().meta({ description: "Media type by the bytes, whatever the sender said." }),
  picture: Picture,
  remark: z
    .string()
    .nullable()
    .meta({ description: "Set where the ending contradicts the bytes: the file is kept as plain bytes." }),
};

export const AttachmentKept = z.object(kept).meta({
  id: "AttachmentKept",
  description:
    "An upload: its uploader's alone until a message names its id, forgotten after a day without one.",
});

export const Attachment = z
  .object({
    ...kept,
    href: z.string().nullable().meta({ description: "For this reader and a few minutes; null once erased." }),
    hrefEndsAt: Instant,
  })
  .meta({ id: "Attachment", description: "A file that came with a message." });

export const AttachmentLimits = z
  .object({
    mostBytes: z.number().int(),
    mostFiles: z.number().int().meta({ description: "With one message." }),
    types: z
      .array(z.string())
      .nullable()
      .meta({ description: "Endings that are taken; null: any but the refused ones." }),
    refused: z.array(z.string()),
  })
  .meta({ id: "AttachmentLimits" });

/** Ids of uploads that go with a message. How many go with one is the policy's word. */
export const AttachmentIds = z
  .array(z.uuid())
  .max(LIMITS.waitingFiles)
  .default([])
  .meta({ description: "Ids of my uploads to send along, in order." });

export const FileName = z
  .string()
  .min(1)
  .max(LIMITS.fileNameCharacters)
  .meta({ description: "What the file is called. Only its ending is ever looked at." });

import { nextRevisionOf } from "@troth/core";
import { agentOf, type Ctx } from "../context.ts";
import { Fail, invalidField } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { actOn, instantIn } from "../ticket/act-on.ts";
import type { TicketChanged } from "../ticket/assign-ticket.ts";

export type GrantInput = {
  readonly number: number;
  readonly startsAt: string;
  readonly minutes: number;
  /** Where to meet; from the desk's meeting provider when null. */
  readonly room: string | null;
  readonly sawVersion?: number | undefined;
};

/** An agent grants what was asked for, at a time; granted once more, the meeting moves (P021, P023). */
export function grantVideo(ctx: Ctx, input: GrantInput): Promise<TicketChanged> {
  const { number, sawVersion } = input;
  const on = { permission: "desk.reply", act: "grant-video", number, seen: { sawVersion } } as const;
  return actOn(ctx, on, (scene, { stored, log }) => {
    const agent = agentOf(scene);
    const { video } = stored.proceedings;
    if (!video)
      throw new Fail("conflict", "The customer asked for no video chat on this ticket.", {
        reason: "no-video-asked",
      });
    const startsAt = instantIn("startsAt", input.startsAt, scene.now);
    const room = input.room ?? ctx.meetings.roomFor(input.number, ctx.ids.secret());
    if (room === null) {
      throw invalidField("room", {
        reason: "no-meeting-room",
        message:
          "No meeting provider is set up (TROTH_MEETING_URL). Write the address of the meeting yourself.",
      });
    }
    assertWebAddress(room);
    return [
      {
        actor: { kind: "agent", id: agent.id },
        event: {
          kind: "video.granted",
          slot: { startsAt, minutes: input.minutes },
          room: ctx.vault.seal(keyOf(ctx.vault, agent), room),
          revision: nextRevisionOf(log),
          ...(video.state === "granted" && video.meeting !== undefined ? { meeting: video.meeting } : {}),
        },
      },
    ];
  });
}

function assertWebAddress(room: string): void {
  if (URL.canParse(room) && new URL(room).protocol === "https:") return;
  const message = "The address of the meeting begins with https://.";
  throw invalidField("room", { reason: "room-not-https", message });
}

/** An agent declines, with the reason the customer reads. */
export function declineVideo(ctx: Ctx, input: { number: number; reason: string }): Promise<TicketChanged> {
  const on = { permission: "desk.reply", act: "people", number: input.number } as const;
  return actOn(ctx, on, (scene, { stored }) => {
    const agent = agentOf(scene);
    if (stored.proceedings.video?.state !== "asked") {
      throw new Fail("conflict", "There is no open request for a video chat. Somebody may have decided it.", {
        reason: "no-video-asked",
      });
    }
    const text = ctx.vault.seal(keyOf(ctx.vault, agent), input.reason);
    return [{ actor: { kind: "agent", id: agent.id }, event: { kind: "video.declined", text } }];
  });
}

/** An agent cancels a meeting that was granted. */
export function cancelVideo(
  ctx: Ctx,
  input: { number: number; reason: string | null },
): Promise<TicketChanged> {
  const on = { permission: "desk.reply", act: "people", number: input.number } as const;
  return actOn(ctx, on, (scene, { stored }) => {
    const agent = agentOf(scene);
    if (stored.proceedings.video?.state !== "granted") {
      throw new Fail("conflict", "No video chat is granted on this ticket.", { reason: "no-video-granted" });
    }
    const text = input.reason === null ? null : ctx.vault.seal(keyOf(ctx.vault, agent), input.reason);
    return [{ actor: { kind: "agent", id: agent.id }, event: { kind: "video.cancelled", text } }];
  });
}

import { type Source, statedReadings } from "../source/source.ts";
import type { Readings } from "../types.ts";

function businessDayOf(stated: string | boolean | undefined): Readings["businessDay"] {
  if (stated === "end-of-following-open-day" || stated === "same-time-on-following-open-day") return stated;
  const hours = typeof stated === "string" ? Number.parseFloat(stated) : Number.NaN;
  return Number.isFinite(hours) ? `${hours} business hours` : "local-date-with-open-hours";
}

/** The readings the desk runs. Where the policy needs none, the only answer there is stands; the check refuses gaps. */
export function lowerReadings(source: Source): Readings {
  const stated = statedReadings(source.form);
  const next = stated.get("next-business-day");
  return {
    businessDay: businessDayOf(stated.get("business-day")),
    tie: stated.get("tie") === "met" ? "met" : "late",
    day: "business-day-in-business-calendar",
    severityRaised: "earlier-of-old-and-raise-plus-target",
    severityLowered: "original-start-plus-target",
    planChanged: "better-of-old-and-change-plus-target",
    policyChanged: "better-of-old-and-new",
    automaticReplyStopsClock: stated.get("automatic-reply-stops-clock") === true,
    aiReplyStopsClock: stated.get("ai-reply-stops-clock") === true,
    emptyCell: stated.get("empty-cell") === "unstated" ? "unstated" : "no",
    outsideHours: "starts-at-next-opening",
    zoneAndHolidays: "of-the-calendar",
    ...(next === "end-of-next-open-day" || next === "one-business-day" ? { nextBusinessDay: next } : {}),
    ...(stated.has("severity-restored") ? { severityRestored: "as-under-the-earlier-promise" } : {}),
    ...(stated.has("already-missed") ? { alreadyMissed: "stays-missed" } : {}),
    ...(stated.has("question-stops-clock") ? { questionStopsClock: true } : {}),
    ...(stated.has("reopened") ? { reopened: "next-response-from-the-message" } : {}),
  };
}

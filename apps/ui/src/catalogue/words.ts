import type { calendar } from "./en/calendar.ts";
import type { clock } from "./en/clock.ts";
import type { conduct } from "./en/conduct.ts";
import type { coverage } from "./en/coverage.ts";
import type { desk } from "./en/desk.ts";
import type { incident } from "./en/incident.ts";
import type { policy } from "./en/policy.ts";
import type { portal } from "./en/portal.ts";
import type { shared } from "./en/shared.ts";
import type { text } from "./en/text.ts";
import type { ticketActs } from "./en/ticket-acts.ts";
import type { widget } from "./en/widget.ts";

/** English is the source: its shape is the type that every language must fill. */
export type SharedWords = typeof shared;
export type CalendarWords = typeof calendar;
export type ClockWords = typeof clock;
export type CoverageWords = typeof coverage;
export type ConductWords = typeof conduct;
export type DeskWords = typeof desk;
export type IncidentWords = typeof incident;
export type PolicyWords = typeof policy;
export type PortalWords = typeof portal;
export type TextWords = typeof text;
export type TicketActWords = typeof ticketActs;
export type WidgetWords = typeof widget;

import type { SeverityLowering } from "../types.ts";
import { choice, fields, many, may, named, need, type Read } from "./shape.ts";
import { idOf, text } from "./words.ts";

/** Cases in which a severity goes down without anybody asking. */
export const lowerSeverity = named(
  fields(
    {
      text: need(text, "the rule in words"),
      when: may(
        choice<NonNullable<SeverityLowering["when"]>>(
          new Map([
            ["core-function-restored", "core-function-restored"],
            ["customer-unavailable", "customer-unavailable"],
          ]),
          "core-function-restored",
        ),
        "what the desk is told: `core-function-restored` or `customer-unavailable`",
      ),
      from: may(many(idOf("severity")), "the severities it lowers; all when left out"),
      to: may(idOf("severity"), "the severity afterwards; the next milder one when left out"),
      clause: may(idOf("clause"), "the section of the page that states it"),
    },
    "text",
  ),
);
export type LowerSeverityForm = Read<typeof lowerSeverity>;

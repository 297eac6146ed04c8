import { isNamedZone } from "@troth/policy";
import type { Preference } from "../../ports/preferences.ts";
import { type Ctx, memberOf, read, write } from "../context.ts";
import { invalidField } from "../fail.ts";

/** What counts for whoever has chosen nothing. */
export const NO_PREFERENCE: Preference = { mail: "all", locale: null, zone: null };

export function readPreference(ctx: Ctx): Promise<Preference> {
  return read(ctx, "customer.read", async (scene) => {
    return (await scene.tx.preferences.find(memberOf(scene).id)) ?? NO_PREFERENCE;
  });
}

/** How a person wants to be told: which mails, in which language and time zone. */
export function putPreference(ctx: Ctx, input: Preference): Promise<Preference> {
  return write(ctx, "customer.read", async (scene) => {
    if (input.zone !== null && !isNamedZone(input.zone)) {
      const message = `“${input.zone}” is no time zone. Write one such as Europe/Berlin.`;
      throw invalidField("zone", { reason: "zone-unknown", message, facts: { zone: input.zone } });
    }
    const { mail, locale, zone } = input;
    await scene.tx.preferences.save(memberOf(scene).id, { mail, locale, zone });
    return { mail, locale, zone };
  });
}

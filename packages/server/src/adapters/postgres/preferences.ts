import type { Preference, Preferences } from "../../ports/preferences.ts";
import type { Session } from "./session.ts";

export function preferencesOf(session: Session): Preferences {
  const { workspace } = session;
  return {
    find: (person) =>
      session.first<Preference>(
        "preference.find",
        `select mail, locale, zone from troth.preference where workspace_id = $1 and person_id = $2`,
        [workspace, person],
      ),
    async save(person, { mail, locale, zone }) {
      await session.write(
        "preference.save",
        `insert into troth.preference (workspace_id, person_id, mail, locale, zone) values ($1, $2, $3, $4, $5)
         on conflict (workspace_id, person_id) do update set mail = excluded.mail, locale = excluded.locale,
           zone = excluded.zone`,
        [workspace, person, mail, locale, zone],
      );
    },
  };
}

import type { PortalWords } from "../words.ts";

/** Words of the portal, in German. */
export const portal: PortalWords = {};

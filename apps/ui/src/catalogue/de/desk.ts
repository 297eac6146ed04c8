import type { DeskWords } from "../words.ts";

/** Words of the desk, in German. */
export const desk: DeskWords = {};

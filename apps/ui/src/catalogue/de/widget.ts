import type { WidgetWords } from "../words.ts";

/** Words of the widget, in German. */
export const widget: WidgetWords = {};

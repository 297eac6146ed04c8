import { useSpeech } from "../speech/speech.tsx";
import { widget as widgetDe } from "./de/widget.ts";
import { widget as widgetEn } from "./en/widget.ts";
import type { WidgetWords } from "./words.ts";

/** Words of the widget in the reader's language. */
export function useWidgetWords(): WidgetWords {
  return useSpeech().locale === "de" ? widgetDe : widgetEn;
}

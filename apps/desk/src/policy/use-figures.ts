import { useSpeech } from "@troth/ui";
import { useMemo } from "react";

/** Figures as the reader's language writes them. */
export function useFigures(): (value: number) => string {
  const { tag } = useSpeech();
  return useMemo(() => {
    const figures = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
    return (value) => figures.format(value);
  }, [tag]);
}

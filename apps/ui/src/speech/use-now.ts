import { useEffect, useState } from "react";
import { useSpeech } from "./speech.tsx";

/** The present, renewed at each full minute: times change once a minute, in silence. */
export function useNow(): number {
  const { now } = useSpeech();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setAt(now()), 60_000 - (now() % 60_000) + 50);
    return () => clearTimeout(timer);
  }, [now, at]);
  return at;
}

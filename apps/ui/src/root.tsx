import { type MantineColorScheme, type MantineColorSchemeManager, MantineProvider } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import type { Tongue } from "./speech/locale.ts";
import { Announcer, SpeechProvider } from "./speech/speech.tsx";
import { cssVariablesResolver, type Density, type Face, themeFor } from "./theme/theme.ts";

/** Theme, language, zone and live region of one app. Put it at the very top. */
export function TrothRoot(props: {
  readonly face: Face;
  /** Height of controls: `customer` when left out. */
  readonly density?: Density;
  readonly tongue: Tongue;
  readonly zone: string;
  readonly now?: () => number;
  readonly scheme?: MantineColorScheme;
  /** Where a chosen colour scheme is kept; in memory when left out. */
  readonly schemeManager?: MantineColorSchemeManager;
  readonly children: ReactNode;
}) {
  const theme = useMemo(() => themeFor(props.face, props.density ?? "customer"), [props.face, props.density]);
  const manager = useMemo(() => props.schemeManager ?? forgetful(), [props.schemeManager]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme={props.scheme ?? "auto"}
      colorSchemeManager={manager}
    >
      <SpeechProvider
        tongue={props.tongue}
        zone={props.zone}
        {...(props.now === undefined ? {} : { now: props.now })}
      >
        <Announcer>{props.children}</Announcer>
      </SpeechProvider>
    </MantineProvider>
  );
}

/** Keeps the scheme for the life of the page only: embedded pages store nothing. */
function forgetful(): MantineColorSchemeManager {
  let kept: MantineColorScheme | null = null;
  return {
    get: (fallback) => kept ?? fallback,
    set: (next) => {
      kept = next;
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      kept = null;
    },
  };
}

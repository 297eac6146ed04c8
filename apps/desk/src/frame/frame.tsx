import { useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { OfflineLine, ProblemNote, useDeskWords, Waiting } from "@troth/ui";
import { useState } from "react";
import { KeysList } from "../keys/keys-list.tsx";
import { KeyProvider, useKeys } from "../keys/use-keys.tsx";
import { LiveProvider, useLostSince } from "../live/live.tsx";
import { useCrossingsSaid } from "../live/use-crossings-said.ts";
import { read } from "../queries.ts";
import classes from "./frame.module.css";
import { Header } from "./header.tsx";
import { Palette } from "./palette.tsx";
import { focusNextPane } from "./panes.ts";

/** What stands around every screen of a signed-in agent. */
export function Frame() {
  const me = useQuery(read.me());
  const words = useDeskWords();
  if (me.error !== null && me.data === undefined) {
    return (
      <main className={classes.alone}>
        <ProblemNote error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  if (me.data === undefined) return <Waiting />;
  return (
    <KeyProvider>
      <LiveProvider>
        <a className={classes.skip} href="#main">
          {words.skip}
        </a>
        <Header me={me.data} />
        <Line />
        <Outlet />
        <Everywhere me={me.data.person.id} />
      </LiveProvider>
    </KeyProvider>
  );
}

function Line() {
  return <OfflineLine since={useLostSince()} />;
}

/** Keys and dialogs that work on every screen. */
function Everywhere({ me }: { readonly me: string }) {
  const navigate = useNavigate();
  useCrossingsSaid(me);
  const [open, setOpen] = useState<"keys" | "palette" | null>(null);
  const go = (view: "all" | "mine" | "late") => void navigate({ to: "/queue/$view", params: { view } });
  useKeys({
    goQueue: () => go("all"),
    goMine: () => go("mine"),
    goLate: () => go("late"),
    goCalendars: () => void navigate({ to: "/calendars/{-$calendar}", params: {} }),
    goIncidents: () => void navigate({ to: "/incidents" }),
    goWishes: () => void navigate({ to: "/wishes" }),
    goDocuments: () => void navigate({ to: "/documents" }),
    goReleases: () => void navigate({ to: "/releases" }),
    goDisagreements: () => void navigate({ to: "/disagreements" }),
    goShift: () => void navigate({ to: "/shift" }),
    goPolicy: () => void navigate({ to: "/policy" }),
    help: () => setOpen("keys"),
    palette: () => setOpen("palette"),
    pane: focusNextPane,
  });
  return (
    <>
      <KeysList isOpen={open === "keys"} onClose={() => setOpen(null)} />
      <Palette isOpen={open === "palette"} onClose={() => setOpen(null)} />
    </>
  );
}

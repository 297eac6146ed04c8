import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type Change, follow, type StreamState, TrothError } from "@troth/sdk";
import { useAnnounce, useDeskWords } from "@troth/ui";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { troth } from "../client.ts";
import { read } from "../queries.ts";
import { createHeldChanges, type HeldChanges, LINE_LOST } from "./held-changes.ts";

/** A line that comes back sooner is not worth a word. */
const PATIENCE_MS = 3_000;

type Live = { readonly held: HeldChanges; readonly lostSince: number | null };

const LIVE = createContext<Live | null>(null);

/** Follows the desk's stream for as long as it is mounted. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const words = useDeskWords();
  const [held] = useState(() => createHeldChanges((ticket, at) => at <= newestOf(client, ticket)));
  const [lostSince, setLostSince] = useState<number | null>(null);
  const hasSeen = useRef(false);

  const onChange = useEffectEvent((change: Change) => {
    hasSeen.current = true;
    if (change.ticket === null && change.kind.startsWith("incident.")) return void refetchIncidents(client);
    void refetchList(client, change.kind);
    if (change.ticket === null && listIn(change.kind) !== null) return;
    const taken = held.take(change);
    if (taken === "own") void refetchAfter(client, change.ticket);
    if (taken === "held") announce(words.heldSaid(countOf(held.waiting())));
  });

  useEffect(() => {
    const gone = new AbortController();
    let lost: { at: number; timer: ReturnType<typeof setTimeout> } | null = null;
    const onState = (state: StreamState) => {
      if (state === "lost") {
        const at = Date.now();
        lost ??= { at, timer: setTimeout(setLostSince, PATIENCE_MS, at) };
        return;
      }
      // Without an id to resume from, what happened meanwhile is not sent again.
      if (lost !== null && !hasSeen.current)
        held.take({ ticket: null, kind: LINE_LOST, at: new Date().toISOString() });
      if (lost !== null) clearTimeout(lost.timer);
      lost = null;
      setLostSince(null);
    };
    void follow(
      troth,
      "/v1/desk/stream",
      {
        change: (change) => onChange(change),
        state: onState,
      },
      gone.signal,
    );
    return () => {
      gone.abort();
      if (lost !== null) clearTimeout(lost.timer);
    };
  }, []);

  return <LIVE.Provider value={{ held, lostSince }}>{children}</LIVE.Provider>;
}

/** The instant of the newest thing on the screen of a ticket; empty when it has not been fetched. */
function newestOf(client: QueryClient, ticket: number): string {
  const shown = client.getQueryData(read.ticket(ticket).queryKey);
  const instants = [...(shown?.messages ?? []), ...(shown?.timeline ?? [])].map(({ at }) => at);
  return instants.toSorted().at(-1) ?? "";
}

function countOf(waiting: ReadonlyMap<number, number>): number {
  return [...waiting.values()].reduce((sum, one) => sum + one, 0);
}

/** Fetches again what a change of this ticket can have touched. */
export async function refetchAfter(client: QueryClient, ticket: number | null) {
  await Promise.all([
    client.invalidateQueries({ queryKey: ["queue"] }),
    client.invalidateQueries({ queryKey: ["counts"] }),
    client.invalidateQueries({ queryKey: ["disagreements"] }),
    ticket === null ? null : client.invalidateQueries({ queryKey: ["ticket", ticket] }),
  ]);
}

/** Incidents are the vendor's own word: nobody is in the middle of reading one that must not move. */
async function refetchIncidents(client: QueryClient) {
  await Promise.all([
    client.invalidateQueries({ queryKey: ["incidents"] }),
    client.invalidateQueries({ queryKey: ["counts"] }),
  ]);
}

/** The list of the desk that a change shows in; null for one that shows in none. */
function listIn(kind: string): "documents" | "releases" | "wishes" | null {
  if (kind.startsWith("wish.")) return "wishes";
  if (kind.startsWith("release.")) return "releases";
  return kind.startsWith("document.") || kind.startsWith("cause.") ? "documents" : null;
}

/** The list alone: what somebody is writing or deciding on keeps the version that it rests on. */
async function refetchList(client: QueryClient, kind: string) {
  const list = listIn(kind);
  if (list === null) return;
  await client.invalidateQueries({
    predicate: ({ queryKey: [name, which] }) => name === list && typeof which !== "string",
  });
}

function useLive(): Live {
  const live = useContext(LIVE);
  if (live === null) throw new Error("LiveProvider is missing above this component.");
  return live;
}

/** Since when the live line is lost; null while it is up. */
export function useLostSince(): number | null {
  return useLive().lostSince;
}

/** Which changes: of one ticket, of kinds that begin so, or all where neither is named. */
export type Which = { readonly ticket?: number; readonly about?: string };

/** How many changes wait and the act that shows them; to show those of some kinds shows all. */
export function useHeldChanges({ ticket, about }: Which = {}): {
  readonly count: number;
  readonly show: () => Promise<void>;
} {
  const { held } = useLive();
  const client = useQueryClient();
  const waiting = useSyncExternalStore(held.subscribe, held.waiting);
  const all = about === undefined ? countOf(waiting) : held.about(about);
  const count = ticket === undefined ? all : (waiting.get(ticket) ?? 0);
  const show = useCallback(async () => {
    const numbers = ticket === undefined ? [...held.waiting().keys()] : [ticket];
    held.release(ticket);
    await Promise.all(numbers.map((number) => client.invalidateQueries({ queryKey: ["ticket", number] })));
    await refetchAfter(client, null);
  }, [client, held, ticket]);
  return { count, show };
}

/**
 * Runs an own act on a ticket: its effect shows at once and is not counted among others' changes. What waited
 * comes with it, since the queue is read again.
 */
export function useOwnAct(ticket: number) {
  const { held } = useLive();
  const client = useQueryClient();
  return useCallback(
    async <T,>(act: () => Promise<T>): Promise<T> => {
      const done = held.ownAct(ticket);
      try {
        const result = await act();
        const others = [...held.waiting().keys()].filter((number) => number !== ticket);
        held.release();
        for (const number of others) void client.invalidateQueries({ queryKey: ["ticket", number] });
        await refetchAfter(client, ticket);
        return result;
      } catch (error) {
        // What was typed stays; what somebody else did meanwhile is shown, so that the next attempt rests on it.
        if (isChangedMeanwhile(error)) {
          held.release(ticket);
          await refetchAfter(client, ticket);
        }
        throw error;
      } finally {
        done();
      }
    },
    [client, held, ticket],
  );
}

function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof TrothError && error.problem?.reason === "changed-meanwhile";
}

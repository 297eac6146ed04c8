import { type Cost, compare, type Plan, type Side } from "./figures.ts";
import type { Ground } from "./ground.ts";
import type { Request } from "./load.ts";
import type { Program } from "./processes.ts";
import { DESK_URL } from "./programs.ts";
import { members, ticketText, tokens, write } from "./vendor.ts";

/** The programs that answer; `small` is the desk where few tickets are open. */
export type Programs = { readonly desk: Program; readonly floor: Program; readonly small: Program };

/** One hot path: the requests for the desk and for the floor. */
export type Path = {
  readonly name: string;
  readonly title: string;
  readonly desk: () => Request;
  readonly floor: () => Request;
  /** Whether the cost is held against that of the small desk, too. */
  readonly isSizeWatched: boolean;
};

export function pathsOn(ground: Ground): readonly Path[] {
  const { cookie, longOnes } = ground;
  const token = tokens(ground.access, DESK_URL);
  const member = inTurn(members);
  const long = inTurn(longOnes);
  let written = 0;
  const open = (): Request => {
    written += 1;
    return write("/v1/tickets", { authorization: `Bearer ${token(member())}` }, ticketText(written));
  };
  return [
    {
      name: "queue",
      title: "first page of the queue, 100,000 open tickets",
      desk: () => get("/v1/desk/queue?view=all", { cookie }),
      floor: () => get("/queue"),
      isSizeWatched: true,
    },
    {
      name: "read",
      title: "read a ticket with 10 messages",
      desk: () => {
        const one = long();
        return get(`/v1/tickets/${one.number}`, { authorization: `Bearer ${token(one.member)}` });
      },
      floor: () => get(`/tickets/${long().number}`),
      isSizeWatched: false,
    },
    {
      name: "desk-read",
      title: "read it as an agent",
      desk: () => get(`/v1/desk/tickets/${long().number}`, { cookie }),
      floor: () => get(`/desk/${long().number}`),
      isSizeWatched: false,
    },
    {
      name: "create",
      title: "create a ticket",
      desk: open,
      floor: () => ({ ...open(), path: "/tickets" }),
      isSizeWatched: false,
    },
  ];
}

/** What each program's answers cost, by its name. */
export function costsOf(
  plan: Plan,
  clients: number,
  path: Path,
  { desk, floor, small }: Programs,
): Promise<ReadonlyMap<string, Cost>> {
  const sides: Side[] = [
    { name: "desk", program: desk, next: path.desk },
    { name: "floor", program: floor, next: path.floor },
  ];
  if (path.isSizeWatched) sides.push({ name: "small", program: small, next: path.desk });
  return compare(plan, clients, sides);
}

function get(path: string, headers: Readonly<Record<string, string>> = {}): Request {
  return { method: "GET", path, headers };
}

function inTurn<T>(all: readonly T[]): () => T {
  let at = -1;
  return () => {
    at += 1;
    const found = all[at % all.length];
    if (found === undefined) throw new Error("There is nothing to take in turn.");
    return found;
  };
}

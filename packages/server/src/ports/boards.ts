import type { Instant } from "@troth/policy";

export type DueClock = { readonly workspace: string; readonly ticket: string; readonly wakeAt: Instant };

/** Clocks that fall due in any workspace, by the database's own time. */
export interface ClockBoard {
  due(most: number): Promise<{
    readonly now: Instant;
    readonly clocks: readonly DueClock[];
    /** The next wake-up after now. */
    readonly nextWakeAt: Instant | null;
  }>;
}

/** Mail that is due to leave, in any workspace. */
export interface MailBoard {
  due(most: number): Promise<ReadonlyArray<{ readonly workspace: string; readonly id: string }>>;
}

/** Something that happened, as it goes out live. */
export type LiveChange = {
  /** Place in the stream; what a reader sends back as Last-Event-ID. */
  readonly id: string;
  readonly workspace: string;
  readonly ticket: {
    readonly number: number;
    readonly organisation: string;
    readonly requester: string;
    readonly followers: readonly string[];
    readonly isRestricted: boolean;
  } | null;
  /** Number of the incident it happened to; incidents are public. */
  readonly incident: number | null;
  readonly kind: string;
  readonly at: number;
  readonly isNote: boolean;
  /** Person whose membership ended or whose reach was narrowed, when that is what happened: their lines end. */
  readonly leaver: string | null;
};

export interface Live {
  /**
   * Calls `on` for every change after `lastEventId`, in order, none missed and none twice; from now on when that is
   * null or no place that this stream has had. Returns how to stop.
   */
  follow(
    workspace: string,
    lastEventId: string | null,
    on: (change: LiveChange) => void,
  ): Promise<() => void>;
  /** Rings the doorbell of all nodes. */
  ring(): void;
}

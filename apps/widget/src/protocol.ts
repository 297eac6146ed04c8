/** What the host page and the frame say to each other. Every message goes to one exact origin and is checked on arrival. */

export type View = "new" | "tickets";

export type FailedOperation = {
  readonly id: string;
  readonly action: string;
  readonly at?: string;
  readonly target?: string;
  readonly error?: string;
};

/** What the console knows about the page Support was pressed on. The customer may take each fact out. */
export type HostContext = {
  readonly page?: string;
  readonly region?: string;
  readonly requestId?: string;
  readonly project?: string;
  readonly branch?: string;
  readonly endpoint?: string;
  readonly failedOperations?: readonly FailedOperation[];
};

export type ToFrame =
  | { readonly type: "troth:hello" }
  | {
      readonly type: "troth:open";
      readonly view: View;
      readonly category: string | null;
      readonly context: HostContext;
    }
  | { readonly type: "troth:closed" }
  /** The answer to one request for a token; null when the host cannot give one. */
  | { readonly type: "troth:token"; readonly id: number; readonly token: string | null };

export type ToHost =
  | { readonly type: "troth:ready" }
  | { readonly type: "troth:drawn" }
  | { readonly type: "troth:token"; readonly id: number; readonly isStale: boolean }
  | { readonly type: "troth:unread"; readonly count: number }
  | { readonly type: "troth:close" };

/** The part of a MessageEvent that decides whether to believe it. */
export type Heard = { readonly origin: string; readonly source: unknown; readonly data: unknown };

/** Whether a message is one the frame sends; anything else a page may post is not believed. */
export function isToHost(data: unknown): data is ToHost {
  if (!isRecord(data)) return false;
  switch (data["type"]) {
    case "troth:ready":
    case "troth:drawn":
    case "troth:close":
      return true;
    case "troth:token":
      return Number.isInteger(data["id"]) && typeof data["isStale"] === "boolean";
    case "troth:unread":
      return Number.isInteger(data["count"]) && Number(data["count"]) >= 0;
    default:
      return false;
  }
}

/** Whether a message is one the host page sends. The context is the vendor's own and read field by field. */
export function isToFrame(data: unknown): data is ToFrame {
  if (!isRecord(data)) return false;
  switch (data["type"]) {
    case "troth:hello":
    case "troth:closed":
      return true;
    case "troth:open":
      return (data["view"] === "new" || data["view"] === "tickets") && isRecord(data["context"]);
    case "troth:token":
      return Number.isInteger(data["id"]) && (data["token"] === null || typeof data["token"] === "string");
    default:
      return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

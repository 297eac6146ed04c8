import type { HostContext, View } from "../protocol.ts";
import { asksForSupport, withoutRequest } from "./deep-link.ts";
import { supportDialog } from "./dialog.ts";
import { hostLine } from "./host-line.ts";

export type TrothInit = {
  /** The vendor's signed token; with `isStale` the last one was refused and a fresh one is wanted. */
  readonly token: (isStale: boolean) => Promise<string> | string;
  readonly context?: () => HostContext;
  readonly locale?: string;
  readonly onUnread?: (count: number) => void;
};

export type TrothOpen = { readonly view?: View; readonly category?: string };

export type TrothWidget = {
  readonly init: (options: TrothInit) => void;
  readonly open: (options?: TrothOpen) => void;
  readonly close: () => void;
};

declare global {
  interface Window {
    Troth?: TrothWidget;
  }
  interface WindowEventMap {
    "troth:loaded": Event;
  }
}

const script = document.currentScript;
const desk = deskOf(script);

function deskOf(tag: typeof script): string {
  const stated = tag instanceof HTMLScriptElement ? (tag.dataset.desk ?? tag.src) : "";
  return new URL(stated, location.href).origin;
}

function start(options: TrothInit): Pick<TrothWidget, "open" | "close"> {
  let request: TrothOpen = {};
  let isReady = false;
  const dialog = supportDialog(desk, options.locale ?? navigator.language, () => {
    line.say({ type: "troth:closed" });
    if (asksForSupport(location.search))
      history.replaceState(history.state, "", withoutRequest(location.href));
  });
  const line = hostLine({
    frameOrigin: desk,
    frame: () => dialog.frame.contentWindow,
    token: options.token,
    on: {
      ready() {
        isReady = true;
        if (dialog.isOpen()) show();
      },
      drawn: dialog.reveal,
      unread: (count) => options.onUnread?.(count),
      close: dialog.close,
    },
  });
  window.addEventListener("message", line.hear);
  dialog.frame.addEventListener("load", () => line.say({ type: "troth:hello" }));

  function show(): void {
    line.say({
      type: "troth:open",
      view: request.view ?? "new",
      category: request.category ?? null,
      context: options.context?.() ?? {},
    });
  }

  function open(wanted: TrothOpen = {}): void {
    if (dialog.isOpen()) return;
    request = wanted;
    dialog.open();
    if (isReady) show();
  }

  followAddress(() => open());
  return { open, close: dialog.close };
}

/** Opens at `?modal=support`, now and when a single-page console goes there later. */
function followAddress(open: () => void): void {
  const look = () => {
    if (asksForSupport(location.search)) open();
  };
  look();
  window.addEventListener("popstate", look);
  if ("navigation" in window) window.navigation.addEventListener("currententrychange", look);
}

let started: Pick<TrothWidget, "open" | "close"> | null = null;

window.Troth = {
  init(options) {
    started ??= start(options);
  },
  open: (options) => started?.open(options),
  close: () => started?.close(),
};
window.dispatchEvent(new Event("troth:loaded"));

import { css } from "./sheet.ts";
import { wordsFor } from "./words.ts";

export type SupportDialog = {
  readonly frame: HTMLIFrameElement;
  readonly isOpen: () => boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** The frame has drawn itself: take the waiting text away and hand it the focus. */
  readonly reveal: () => void;
};

const LOADING_AFTER_MS = 300;
const FAILED_AFTER_MS = 10_000;

/** A modal dialog around one frame that lives as long as the page, so that closing loses nothing. */
export function supportDialog(desk: string, locale: string, onClosed: () => void): SupportDialog {
  const words = wordsFor(locale);
  const dialog = element("dialog", { "aria-label": words.title });
  const frame = element("iframe", {
    title: words.title,
    src: `${desk}/widget/?locale=${encodeURIComponent(locale)}`,
    allow: "clipboard-write",
    referrerpolicy: "no-referrer",
  });
  const waiting = element("div", { class: "wait", role: "status" });
  dialog.append(frame, waiting);
  attach(dialog);

  let isDrawn = false;
  let before: { focus: Element | null; x: number; y: number; overflow: string } | null = null;
  let timers: number[] = [];

  function wait(): void {
    waiting.hidden = false;
    waiting.replaceChildren();
    timers = [
      window.setTimeout(() => tell(words.loading), LOADING_AFTER_MS),
      window.setTimeout(() => tell(words.failed, true), FAILED_AFTER_MS),
    ];
  }

  function tell(text: string, hasPortal = false): void {
    const line = element("p", {});
    line.textContent = text;
    const close = element("button", { type: "button" });
    close.textContent = words.close;
    close.addEventListener("click", () => dialog.close());
    waiting.replaceChildren(line, close);
    if (!hasPortal) return;
    const portal = element("a", { href: `${desk}/portal/`, target: "_blank", rel: "noopener" });
    portal.textContent = words.portal;
    close.before(portal);
  }

  function stopWaiting(): void {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    waiting.hidden = true;
  }

  function open(): void {
    if (dialog.open) return;
    const root = document.documentElement;
    before = { focus: document.activeElement, x: scrollX, y: scrollY, overflow: root.style.overflow };
    root.style.overflow = "hidden";
    dialog.showModal();
    if (isDrawn) frame.focus();
    else wait();
  }

  dialog.addEventListener("close", () => {
    stopWaiting();
    if (before) {
      document.documentElement.style.overflow = before.overflow;
      // Without a place to return to, the focus must at least leave the closed dialog.
      frame.blur();
      if (before.focus instanceof HTMLElement && before.focus.isConnected) {
        before.focus.focus({ preventScroll: true });
      }
      scrollTo(before.x, before.y);
      before = null;
    }
    onClosed();
  });

  return {
    frame,
    isOpen: () => dialog.open,
    open,
    close: () => dialog.close(),
    reveal() {
      isDrawn = true;
      stopWaiting();
      if (dialog.open) frame.focus();
    },
  };
}

function attach(dialog: HTMLDialogElement): void {
  const host = document.createElement("troth-support");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.append(dialog);
  document.body.append(host);
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

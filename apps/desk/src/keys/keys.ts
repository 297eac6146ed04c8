/** Acts that have a key. One table: the screens, the list of keys and the palette read it. */
export const KEYS = {
  next: "j",
  previous: "k",
  open: "Enter",
  up: "u",
  reply: "r",
  note: "n",
  assign: "a",
  take: "i",
  severity: "s",
  end: "e",
  why: "w",
  word: "p",
  hide: "h",
  link: "l",
  merge: "m",
  wish: "f",
  show: ".",
  jump: "/",
  goQueue: "g q",
  goMine: "g m",
  goLate: "g l",
  goCalendars: "g c",
  goIncidents: "g i",
  goReleases: "g r",
  goWishes: "g w",
  goDocuments: "g o",
  goPolicy: "g p",
  goDisagreements: "g d",
  goShift: "g s",
  foldLeft: "[",
  foldRight: "]",
  pane: "F6",
  palette: "Control+K",
  send: "Control+Enter",
  save: "Control+S",
  help: "?",
} as const;

export type KeyAct = keyof typeof KEYS;

/** Keys the browser or a focused control acts on by itself; nothing listens for them here. */
const BY_ITSELF: ReadonlySet<KeyAct> = new Set(["open", "send"]);

/** Keys with Ctrl or Cmd that are ours wherever one is, in a field too. */
const WITH_CONTROL: Readonly<Record<string, KeyAct>> = { k: "palette", s: "save" };

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** What a press means after the keys pressed before it; `prefix` is what may still become a sequence. */
export function actOf(
  press: Press,
  before: string,
): { readonly act: KeyAct | null; readonly prefix: string } {
  if (press.altKey) return { act: null, prefix: "" };
  if (press.ctrlKey || press.metaKey) {
    return { act: WITH_CONTROL[press.key.toLowerCase()] ?? null, prefix: "" };
  }
  const typed = before === "" ? press.key : `${before} ${press.key}`;
  for (const [act, keys] of Object.entries(KEYS)) {
    if (keys === typed && isKeyAct(act) && !BY_ITSELF.has(act)) return { act, prefix: "" };
  }
  const isPrefix = Object.values(KEYS).some((keys) => keys.startsWith(`${typed} `));
  return { act: null, prefix: isPrefix ? typed : "" };
}

function isKeyAct(text: string): text is KeyAct {
  return Object.hasOwn(KEYS, text);
}

/** True in places where letters are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The value of `aria-keyshortcuts`. A sequence has no form there, so it is left out. */
export function shortcutOf(act: KeyAct): string | undefined {
  const keys: string = KEYS[act];
  if (keys.includes(" ")) return undefined;
  return keys.startsWith("Control+") ? `${keys} ${keys.replace("Control", "Meta")}` : keys;
}

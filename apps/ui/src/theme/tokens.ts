/** One colour role in both schemes. */
export type Role = { readonly light: string; readonly dark: string };

/** The whole palette: surfaces, ink, and the few colours that mean time or trust. */
export const tokens = {
  page: { light: "#F7F6F3", dark: "#14181A" },
  sheet: { light: "#FFFFFF", dark: "#1B2023" },
  sunken: { light: "#EFEDE8", dark: "#101315" },
  chosen: { light: "#E1F0F0", dark: "#17343A" },
  line: { light: "#DCD8D0", dark: "#30383C" },
  ink: { light: "#1B2226", dark: "#ECEFEF" },
  quiet: { light: "#465056", dark: "#B7BFC2" },
  off: { light: "#5F686D", dark: "#929CA0" },
  edge: { light: "#767E83", dark: "#838D92" },
  accent: { light: "#08545A", dark: "#7CCED2" },
  "on-accent": { light: "#FFFFFF", dark: "#0A1F21" },
  "accent-hover": { light: "#063F44", dark: "#9ADDE0" },
  note: { light: "#4A2F82", dark: "#D3C4F7" },
  "note-tint": { light: "#F0EBFA", dark: "#2A2240" },
  "note-edge": { light: "#8E74C4", dark: "#8F79C6" },
  attention: { light: "#663F00", dark: "#F2C879" },
  "attention-tint": { light: "#FBEFD5", dark: "#33270F" },
  "attention-edge": { light: "#A8741A", dark: "#B98A34" },
  late: { light: "#8A1F17", dark: "#F7B3AB" },
  "late-tint": { light: "#FBE9E6", dark: "#3A1B18" },
  "late-edge": { light: "#C2544A", dark: "#CB6A60" },
  "on-late": { light: "#FFFFFF", dark: "#2A0D0A" },
  good: { light: "#1A5729", dark: "#9AD6A6" },
  "good-tint": { light: "#E5F3E7", dark: "#16301D" },
  "good-edge": { light: "#4F9461", dark: "#5C9E6C" },
  info: { light: "#1F4E86", dark: "#A9CBF4" },
  "info-tint": { light: "#E6EFF9", dark: "#18293F" },
  "info-edge": { light: "#5583B8", dark: "#6590C5" },
} as const satisfies Record<string, Role>;

export type Token = keyof typeof tokens;
export type Scheme = keyof Role;

/** The palette as CSS custom properties of one scheme: `--troth-ink` and so on. */
export function variablesOf(scheme: Scheme): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, role]) => [`--troth-${name}`, role[scheme]]));
}

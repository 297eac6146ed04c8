const known = new Map<string, boolean>();

/**
 * Whether the platform knows a time zone by this name, such as Europe/Berlin. Asking it is slow, and a policy is
 * checked after every key pressed in an editor: the first thousand answers are kept.
 */
export function isZone(name: string): boolean {
  const answer = known.get(name) ?? asksPlatform(name);
  if (known.size < 1000) known.set(name, answer);
  return answer;
}

function asksPlatform(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}

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

/** The same for a zone that somebody names: an offset such as +02:00 is none, for it knows no summer. */
export function isNamedZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && isZone(name);
}

function asksPlatform(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}

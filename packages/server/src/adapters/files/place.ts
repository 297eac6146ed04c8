const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a name is one that we gave: nothing else ever becomes part of a path (T29). */
export const isOurs = (name: string): boolean => UUID.test(name);

/** Throws for what is no id of ours. */
export function assertOurs(...names: readonly string[]): void {
  if (!names.every(isOurs)) throw new TypeError("A file is kept under ids of ours.");
}

/** Why nothing came; what is told to people is a sentence of its own for each. */
export type Why =
  | "refused"
  | "elsewhere"
  | "too-many-redirects"
  | "too-long"
  | "too-slow"
  | "unreachable"
  | "unreadable";

const SENTENCES: Readonly<Record<Why, string>> = {
  refused: "This address may not be fetched: it is no public web address, and no operator has allowed it.",
  elsewhere: "It redirects to a place outside of the source.",
  "too-many-redirects": "It redirects without end.",
  "too-long": "It is longer than the limit.",
  "too-slow": "It did not answer in time.",
  unreachable: "No answer came.",
  unreadable: "What came cannot be read.",
};

/**
 * Nothing came of a fetch. The sentence never tells what lies behind a refused address, so that nobody can feel their
 * way around a network by its errors.
 */
export class Unfetched extends Error {
  readonly why: Why;

  constructor(why: Why, options?: ErrorOptions) {
    super(SENTENCES[why], options);
    this.name = "Unfetched";
    this.why = why;
  }
}

/** One mail to one address. Text first; the HTML says the same. */
export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for every attempt, so that the other side can fold doubles. */
  readonly messageId: string;
  /** True for what no person wrote (RFC 3834). */
  readonly isAutomatic: boolean;
  /** An invitation for the reader's calendar, as a part of its own. */
  readonly invitation?: { readonly file: string; readonly method: "request" | "cancel" };
}

/** What an attempt means for the queue: done, try later, or stop and tell a person. */
export type Delivery =
  | { readonly kind: "sent" }
  | { readonly kind: "retry"; readonly afterMs: number; readonly why: string }
  | { readonly kind: "dead"; readonly why: string };

export interface Mailer {
  /** Never throws: a failure is a `retry` or `dead`. */
  send(mail: Mail): Promise<Delivery>;
}

/** A mail that the demo's post office kept instead of sending. */
export interface CaughtMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

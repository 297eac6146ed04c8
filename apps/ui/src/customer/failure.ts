import { TrothError } from "@troth/sdk";

/** Thrown by a page's token function when whoever vouches for the reader no longer does. */
export class SignedOut extends Error {
  override readonly name = "SignedOut";
}

export type FailureKind = "unreachable" | "signed-out" | "refused" | "other";

/** Why a request failed, as far as it decides what the reader can do now. */
export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof TrothError)) return "other";
  if (error.cause instanceof SignedOut || error.problem?.code === "unauthenticated") return "signed-out";
  if (error.problem === null) return "unreachable";
  return error.problem.code === "refused" || error.problem.code === "forbidden" ? "refused" : "other";
}

import { saysSomething } from "../says-something.ts";
import type { Invalid } from "./form-answers.ts";

/** Why an agent may not look at the secrets of a message as asked; empty when nothing stands against it. */
export function invalidLook(request: {
  readonly reason: string;
  readonly secrets: number;
}): readonly Invalid[] {
  if (request.secrets === 0) {
    return [
      {
        path: "message",
        reason: "nothing-masked",
        message: "Nothing is masked in this message: you have read all of it.",
      },
    ];
  }
  return !saysSomething(request.reason)
    ? [
        {
          path: "reason",
          reason: "look-unexplained",
          message: "Write why you need to see it. The customer reads the reason.",
        },
      ]
    : [];
}

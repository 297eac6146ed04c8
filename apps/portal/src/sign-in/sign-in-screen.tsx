import { useMutation } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { ProblemNote, usePortalWords } from "@troth/ui";
import { Act } from "@troth/ui/customer";
import { useState } from "react";
import { troth } from "../client.ts";
import { Door } from "./door.tsx";

/** Sign-in by a link sent by mail. What is answered is the same whoever asks. */
export function SignInScreen() {
  const words = usePortalWords();
  const [email, setEmail] = useState("");
  const asking = useMutation({
    mutationFn: (address: string) =>
      unwrap(
        troth.api.POST("/v1/portal/links", {
          params: { header: { "Idempotency-Key": crypto.randomUUID() } },
          body: { email: address },
        }),
      ),
  });
  if (asking.isSuccess) {
    return (
      <Door title={words.linkSentTitle}>
        <p role="status">{words.linkSent(asking.variables)}</p>
        <p className="second">{words.linkSentHint}</p>
        <Act onClick={() => asking.reset()}>{words.anotherAddress}</Act>
      </Door>
    );
  }
  return (
    <Door title={words.signInTitle}>
      <p>{words.signInIntro}</p>
      <form
        className="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!asking.isPending) asking.mutate(email.trim());
        }}
      >
        <label htmlFor="email">{words.email}</label>
        <input
          id="email"
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        {asking.isError && <ProblemNote error={asking.error} />}
        <Act isMain type="submit" isBusy={asking.isPending}>
          {words.sendLink}
        </Act>
      </form>
    </Door>
  );
}

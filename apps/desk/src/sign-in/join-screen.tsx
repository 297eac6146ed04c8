import { PasswordInput, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { unwrap } from "@troth/sdk";
import { ProblemNote, Refusal, useDeskWords } from "@troth/ui";
import { type FormEvent, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { SubmitButton } from "../frame/submit-button.tsx";
import { Door } from "./door.tsx";

const LEAST_PASSWORD = 10;

/**
 * An invited person becomes an agent. The token stays in the fragment: it never reaches a log. The first invitation
 * of an installation names nobody, so it asks for the address too.
 */
export function JoinScreen() {
  const words = useDeskWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [token] = useState(() => globalThis.location.hash.slice(1));
  const [isFirst] = useState(() => new URLSearchParams(globalThis.location.search).has("first"));
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const missing = LEAST_PASSWORD - password.length;
  const join = useMutation({
    mutationFn: () =>
      unwrap(
        troth.api.POST("/v1/invites/accept", {
          params: { header: onceHeader() },
          body: { token, name: name.trim(), password, ...(isFirst ? { email: email.trim() } : {}) },
        }),
      ),
    onSuccess: async () => {
      client.clear();
      await navigate({ to: "/queue/$view", params: { view: "all" }, replace: true });
    },
  });
  if (token.length < 20) {
    return (
      <Door title={words.joinTitle}>
        <Refusal message={words.joinNoToken} />
        <Link to="/sign-in">{words.signIn}</Link>
      </Door>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing <= 0 && !join.isPending) join.mutate();
  };
  return (
    <Door title={words.joinTitle}>
      <p>{words.joinText}</p>
      {join.error !== null && <ProblemNote error={join.error} />}
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={words.yourName}
            description={words.yourNameHint}
            autoComplete="name"
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {isFirst && (
            <TextInput
              label={words.email}
              description={words.joinEmailHint}
              type="email"
              autoComplete="username"
              required
              maxLength={254}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          )}
          <PasswordInput
            label={words.newPassword}
            description={words.newPasswordHint}
            autoComplete="new-password"
            required
            value={password}
            error={password !== "" && missing > 0 ? words.passwordShort(missing) : undefined}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <SubmitButton isPending={join.isPending} pendingLabel={words.oneMoment}>
            {words.joinIt}
          </SubmitButton>
        </Stack>
      </form>
    </Door>
  );
}

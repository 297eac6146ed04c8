import { PasswordInput, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { unwrap } from "@troth/sdk";
import { ProblemNote, StateLine, useDeskWords } from "@troth/ui";
import { type FormEvent, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { SubmitButton } from "../frame/submit-button.tsx";
import { Door } from "./door.tsx";

const route = getRouteApi("/sign-in");

/** E-mail and password; afterwards back to where the agent was going. */
export function SignInScreen() {
  const words = useDeskWords();
  const { next, ended } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: () =>
      unwrap(
        troth.api.POST("/v1/desk/session", {
          params: { header: onceHeader() },
          body: { email: email.trim(), password },
        }),
      ),
    onSuccess: () => {
      client.clear();
      router.history.push(next ?? "/desk/queue/all");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate();
  };
  return (
    <Door title={words.signInTitle}>
      {ended === true && <StateLine kind="info">{words.signInEnded}</StateLine>}
      {signIn.error !== null && <ProblemNote error={signIn.error} />}
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={words.email}
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={words.password}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <SubmitButton isPending={signIn.isPending} pendingLabel={words.oneMoment}>
            {words.signIn}
          </SubmitButton>
        </Stack>
      </form>
      <p className="quiet">{words.noAccount}</p>
    </Door>
  );
}

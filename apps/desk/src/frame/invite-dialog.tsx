import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { Dialog, ProblemNote, useDeskWords, useSpeech, When } from "@troth/ui";
import { type FormEvent, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { SubmitButton } from "./submit-button.tsx";

const ROLES = ["agent", "lead", "admin"] as const;
type Role = (typeof ROLES)[number];

/** An admin invites an agent by mail. */
export function InviteDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = useDeskWords();
  const shared = useSpeech().words;
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("agent");
  const invite = useMutation({
    mutationFn: () =>
      unwrap(
        troth.api.POST("/v1/desk/invites", {
          params: { header: onceHeader() },
          body: { email: email.trim(), role, ...(name.trim() === "" ? {} : { name: name.trim() }) },
        }),
      ),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!invite.isPending) invite.mutate();
  };
  const close = () => {
    props.onClose();
    invite.reset();
    setEmail("");
    setName("");
  };
  return (
    <Dialog isOpen={props.isOpen} onClose={close} title={words.invite}>
      {invite.data ? (
        <Stack role="status">
          <p>
            {words.inviteSent(email.trim())} {words.inviteUntil(<When at={invite.data.expiresAt} />)}
          </p>
          <Group>
            <Button onClick={close}>{shared.close}</Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <p>{words.inviteText}</p>
            {invite.error !== null && <ProblemNote error={invite.error} />}
            <TextInput
              label={words.inviteEmail}
              type="email"
              autoComplete="off"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <TextInput
              label={words.inviteName}
              description={shared.optional}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NativeSelect
              label={words.inviteRole}
              value={role}
              data={ROLES.map((value) => ({ value, label: words.roles[value] }))}
              onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value) ?? "agent")}
            />
            <Group>
              <Button variant="default" onClick={close}>
                {shared.cancel}
              </Button>
              <SubmitButton isPending={invite.isPending} pendingLabel={words.sending}>
                {words.inviteSend}
              </SubmitButton>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

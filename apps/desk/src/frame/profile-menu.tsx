import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import {
  IconCalendarOff,
  IconChevronDown,
  IconHourglass,
  IconKeyboard,
  IconLogout,
  IconScale,
  IconUserPlus,
  IconUsers,
} from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { unwrap } from "@troth/sdk";
import { useDeskActWords, useDeskWords } from "@troth/ui";
import { useState } from "react";
import { drafts, onceHeader, troth } from "../client.ts";
import { forgetDraftsHere } from "../draft-owner.ts";
import { useKeyBoard } from "../keys/use-keys.tsx";
import { AgentsDialog } from "../team/agents-dialog.tsx";
import { AwayDialog } from "../team/away-dialog.tsx";
import type { AgentMe } from "../wire.ts";
import classes from "./frame.module.css";
import { InviteDialog } from "./invite-dialog.tsx";

const SCHEMES = ["light", "dark", "auto"] as const;

/** Who I am, colours, keys, invitations, the way out. */
export function ProfileMenu({ me }: { readonly me: AgentMe }) {
  const words = useDeskWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { press } = useKeyBoard();
  const signOut = useSignOut();
  const acts = useDeskActWords();
  const [open, setOpen] = useState<"invite" | "away" | "agents" | null>(null);
  const close = () => setOpen(null);
  const schemeWords = { light: words.light, dark: words.dark, auto: words.asTheSystem };
  return (
    <>
      <Menu position="bottom-end" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <UnstyledButton className={classes.profile} aria-label={`${words.profile}: ${me.person.name}`}>
            <span dir="auto">{me.person.name}</span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {me.person.email}, {words.roles[me.role]}
          </Menu.Label>
          <Menu.Label>{words.colours}</Menu.Label>
          <Menu.RadioGroup
            value={colorScheme}
            onChange={(value) => setColorScheme(SCHEMES.find((scheme) => scheme === value) ?? "auto")}
          >
            {SCHEMES.map((scheme) => (
              <Menu.RadioItem key={scheme} value={scheme}>
                {schemeWords[scheme]}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item leftSection={<IconHourglass size={16} aria-hidden />} onClick={() => press("goShift")}>
            {acts.shift}
          </Menu.Item>
          <Menu.Item leftSection={<IconCalendarOff size={16} aria-hidden />} onClick={() => setOpen("away")}>
            {acts.awayTitle}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={() => press("help")}>
            {words.keys}
          </Menu.Item>
          <Menu.Item
            component="a"
            href={me.workspace.supportPage}
            leftSection={<IconScale size={16} aria-hidden />}
          >
            {words.supportPage}
          </Menu.Item>
          {me.role === "admin" && (
            <Menu.Item leftSection={<IconUsers size={16} aria-hidden />} onClick={() => setOpen("agents")}>
              {acts.agents}
            </Menu.Item>
          )}
          {me.role === "admin" && (
            <Menu.Item leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setOpen("invite")}>
              {words.invite}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
            {words.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <InviteDialog isOpen={open === "invite"} onClose={close} />
      <AwayDialog me={me} isOpen={open === "away"} onClose={close} />
      <AgentsDialog isOpen={open === "agents"} onClose={close} />
    </>
  );
}

/** Ends the session, then forgets all that this page has read. */
function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await drafts.flush();
    await unwrap(troth.api.DELETE("/v1/desk/session", { params: { header: onceHeader() } }));
    client.clear();
    forgetDraftsHere();
    await navigate({ to: "/sign-in", search: {} });
  };
}

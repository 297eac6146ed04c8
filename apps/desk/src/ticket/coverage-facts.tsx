import { Button } from "@mantine/core";
import { useCoverageWords, When } from "@troth/ui";
import { useState } from "react";
import type { DeskTicket } from "../wire.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { Fact, Second } from "./fact.tsx";
import { MisuseDialog } from "./misuse-dialog.tsx";
import { actState } from "./ticket-facts.ts";

/** Whether it is an Issue, with the answers that say so, or the way to confirm one. */
export function IssueFact({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useCoverageWords();
  const [isOpen, setOpen] = useState(false);
  const { issue } = ticket;
  return (
    <Fact name={words.issue}>
      {issue === null ? (
        <>
          <Second>{words.issueNone}</Second>
          {actState(ticket, "confirm").isOpen && (
            <Button variant="transparent" size="compact-sm" px={0} onClick={() => setOpen(true)}>
              {words.confirmIssue}
            </Button>
          )}
        </>
      ) : (
        <>
          {words.issueBy(issue.by, <When key="at" at={issue.at} />)}
          {issue.answers.map(({ id, text }) => (
            <Second key={id}>
              <span dir="auto">{text}</span>
            </Second>
          ))}
        </>
      )}
      <ConfirmDialog ticket={ticket} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Fact>
  );
}

/** The mark of misuse, or the way to set one. */
export function MisuseFact({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useCoverageWords();
  const [isOpen, setOpen] = useState(false);
  const { misuse } = ticket;
  return (
    <Fact name={words.misuse}>
      {misuse !== null && (
        <>
          {words.misuseLine(misuse.by, <When key="at" at={misuse.at} />)}
          <Second>
            <span dir="auto">{misuse.reason}</span>
          </Second>
        </>
      )}
      <Button variant="transparent" size="compact-sm" px={0} onClick={() => setOpen(true)}>
        {misuse === null ? words.markMisuse : words.takeMisuseBack}
      </Button>
      <MisuseDialog ticket={ticket} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Fact>
  );
}

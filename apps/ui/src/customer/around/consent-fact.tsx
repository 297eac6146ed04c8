import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import { When } from "../../facts/when.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import classes from "../customer.module.css";
import { useCustomerDesk } from "../customer-desk.ts";
import { ChoiceField } from "../field.tsx";
import type { Ticket } from "../wire.ts";
import { ActDialog } from "./act-dialog.tsx";
import { isOpen } from "./is-open.ts";
import { useAct } from "./use-act.ts";

const HOURS = [1, 4, 24, 72, 168];

/** Until when our people may look at the customer's data; owners and admins give and end it. */
export function ConsentFact({ ticket, mayGive }: { readonly ticket: Ticket; readonly mayGive: boolean }) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const [isGiving, setGiving] = useState(false);
  const { consent } = ticket.proceedings;
  const end = useAct(ticket.number, () => desk.withdrawConsent(ticket.number));
  const mayChange = mayGive && isOpen(ticket, "consent");
  if (consent === null && !isOpen(ticket, "consent")) return null;
  return (
    <>
      <dt>{words.consent}</dt>
      <dd>
        <p>
          {consent === null
            ? words.consentNone
            : words.consentGiven(consent.projects.join(", "), <When at={consent.until} />)}
        </p>
        {consent === null && !mayGive && <p>{words.consentByOwners}</p>}
        {mayChange && (
          <button
            type="button"
            className={classes.plainLink}
            onClick={() => (consent === null ? setGiving(true) : end.mutate(undefined))}
          >
            {consent === null ? words.consentGive : words.consentEnd}
          </button>
        )}
        {end.isError && <ProblemNote error={end.error} />}
      </dd>
      {isGiving && <ConsentDialog ticket={ticket} onClose={() => setGiving(false)} />}
    </>
  );
}

function ConsentDialog({ ticket, onClose }: { readonly ticket: Ticket; readonly onClose: () => void }) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const form = useQuery({ queryKey: ["form"], queryFn: desk.form });
  const projects = form.data?.projects ?? [];
  const own = ticket.place.project?.id;
  const [chosen, setChosen] = useState<readonly string[]>(own === undefined ? [] : [own]);
  const [hours, setHours] = useState(24);
  return (
    <ActDialog
      number={ticket.number}
      title={words.consentTitle}
      intro={words.consentIntro}
      send={words.consentSend}
      said={words.consentSend}
      fault={chosen.length === 0 ? words.consentProjects : null}
      run={() => desk.giveConsent(ticket.number, { projects: [...chosen], hours })}
      onClose={onClose}
    >
      <fieldset className={classes.group}>
        <legend className={classes.label}>{words.consentProjects}</legend>
        {projects.map(({ id, name }) => (
          <label key={id} className={classes.check}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, id] : chosen.filter((project) => project !== id))
              }
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </fieldset>
      <ChoiceField
        id="troth-consent-hours"
        label={words.consentHours}
        value={String(hours)}
        choices={HOURS.map((count) => ({ id: String(count), name: words.hours(count) }))}
        onChange={(count) => setHours(Number(count))}
      />
    </ActDialog>
  );
}

import type { ReactNode } from "react";
import { usePortalWords } from "../catalogue/use-portal-words.ts";
import { OutcomeName } from "../facts/outcome.tsx";
import { promiseSentence } from "../facts/promise-line.tsx";
import { isBinding, standOf } from "../facts/promise-stand.ts";
import { Severity } from "../facts/severity.tsx";
import { When } from "../facts/when.tsx";
import { useReadable } from "../secrets/use-readable.ts";
import { useSpeech } from "../speech/speech.tsx";
import { useNow } from "../speech/use-now.ts";
import classes from "./customer.module.css";
import { type GroupId, grouped } from "./groups.ts";
import type { TicketRow } from "./wire.ts";

type Link = (number: number, children: ReactNode) => ReactNode;

/** My tickets by whose turn it is. `link` makes the way to one ticket, as the app walks. */
export function TicketGroups(props: { readonly rows: readonly TicketRow[]; readonly link: Link }) {
  const readable = useReadable();
  const words = usePortalWords();
  return (
    <>
      {grouped(props.rows)
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <section key={group.id} className={classes.group} aria-labelledby={`troth-group-${group.id}`}>
            <h2 id={`troth-group-${group.id}`} className={classes.groupTitle}>
              {words.groupCount(words.groups[group.id], group.rows.length)}
            </h2>
            <ul className={classes.tickets}>
              {group.rows.map((row) => (
                <li key={row.number} className={classes.ticket} data-unread={row.unread}>
                  <span className={classes.ticketNumber}>{row.number}</span>
                  <span className={classes.ticketSubject} dir="auto">
                    {props.link(row.number, readable(row.subject))}
                  </span>
                  <Standing row={row} group={group.id} />
                  <span className={classes.ticketFacts}>
                    {row.unread && <strong>{words.newAnswer}</strong>}
                    <Severity severity={row.severity} />
                    {!row.isMine && <span dir="auto">{words.openedBy(row.requester)}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

/** Who has it and when one hears, as one line. */
function Standing(props: { readonly row: TicketRow; readonly group: GroupId }) {
  const words = usePortalWords();
  const speech = useSpeech();
  const now = useNow();
  const { row, group } = props;
  const { promise } = row;
  const isLate = group === "ours" && standOf(promise, now).kind === "late";
  const answeredAt = promise?.stoppedAt ?? null;
  return (
    <span className={classes.standing} data-late={isLate} data-firm={promise !== null && isBinding(promise)}>
      {group === "yours" && words.yourTurnSince(<When at={row.changedAt} form="day" />)}
      {group === "ours" &&
        (answeredAt === null
          ? promiseSentence(promise, now, speech)
          : words.workingOnIt(<When at={answeredAt} />))}
      {group === "done" &&
        (row.outcome === null
          ? answeredAt !== null && words.answered(<When at={answeredAt} />)
          : words.outcome(<OutcomeName outcome={row.outcome} />))}
    </span>
  );
}

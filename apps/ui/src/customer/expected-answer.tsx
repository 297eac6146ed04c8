import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import { planWords } from "../facts/plan.tsx";
import { PromiseLine } from "../facts/promise-line.tsx";
import type { ReceiptFile } from "../facts/receipt-acts.tsx";
import { WhyThisTime } from "../facts/why.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { Refusal } from "../states/refusal.tsx";
import { Said } from "../states/said-text.tsx";
import type { Link, PromiseOfReply } from "../wire.ts";
import classes from "./customer.module.css";
import { useCustomerDesk } from "./customer-desk.ts";
import type { NewTicket } from "./new-ticket.ts";
import type { Preview, TicketForm } from "./wire.ts";

const EVERY_MS = 60_000;

/** What the desk would answer to a request of this kind; asked anew as time goes by. */
export function usePreview({ category, severity }: Pick<NewTicket, "category" | "severity">) {
  const desk = useCustomerDesk();
  return useQuery({
    queryKey: ["preview", category, severity],
    queryFn: ({ signal }) => desk.preview(category, severity, signal),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
}

/** The loud line before sending: when an answer comes, on what ground, and why then. */
export function ExpectedAnswer(props: { readonly form: TicketForm; readonly ticket: NewTicket }) {
  const words = useWidgetWords();
  const { form, ticket } = props;
  const preview = usePreview(ticket);
  const category = form.categories.find((one) => one.id === ticket.category);
  return (
    <section className={classes.expected} aria-label={words.expected}>
      {preview.data && (
        <Expectation
          preview={preview.data}
          form={form}
          place={handedTo(category?.route ?? "", words.routes)}
        />
      )}
      {preview.isError && !preview.data && <p className={classes.hint}>{words.expectedUnknown}</p>}
    </section>
  );
}

/** A promise, a hand-off to somebody else, or why this kind of request is not for support: the desk's decision. */
function Expectation(props: {
  readonly preview: Preview;
  readonly form: TicketForm;
  readonly place: string | null;
}) {
  const words = useWidgetWords();
  const { entitlement, promise, rows } = props.preview;
  if (entitlement.decision !== "allow") {
    const { clause, next } = entitlement;
    return <Refusal message={<Said answer={entitlement} />} clause={clause} next={next.map(elsewhere)} />;
  }
  if (props.place !== null) return <p>{words.handedOn(props.place)}</p>;
  return <Promised promise={promise} rows={rows} form={props.form} />;
}

/** A link written from the desk's root, made whole: it opens beside what one is writing, never in its place. */
function elsewhere(link: Link): Link {
  return { ...link, href: new URL(link.href, location.origin).href };
}

type Rows = Parameters<typeof WhyThisTime>[0]["receipt"]["rows"];

/** A promise with its ground, and the receipt behind a press. */
export function Promised(props: {
  readonly promise: PromiseOfReply | null;
  readonly rows: Rows;
  readonly form: Pick<TicketForm, "me" | "severities">;
  /** The receipt's file, once there is a ticket. */
  readonly file?: ReceiptFile;
}) {
  const { promise, rows, form } = props;
  const { words } = useSpeech();
  const rank = form.severities.find((one) => one.id === promise?.severity)?.rank;
  const { plan, tier } = form.me.subscription;
  return (
    <>
      <PromiseLine
        promise={promise}
        {...(rank === undefined ? {} : { severity: words.severityOf(rank) })}
        {...(plan === null ? {} : { plan: planWords(plan, tier) })}
      />
      {promise?.dueAt && <WhyThisTime receipt={{ promise, rows }} file={props.file} />}
    </>
  );
}

/** Who takes over a category that is not for the support queue; null when support keeps it. */
export function handedTo(route: string, routes: Readonly<Record<string, string>>): string | null {
  return routes[route] ?? null;
}

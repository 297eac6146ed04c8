import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import {
  Bars,
  CauseVersions,
  ProblemNote,
  useCauseWords,
  useDeskWords,
  useDraft,
  useSpeech,
  Waiting,
} from "@troth/ui";
import { type ReactNode, useEffect, useState } from "react";
import { drafts } from "../client.ts";
import classes from "../incidents/incidents.module.css";
import { read } from "../queries.ts";
import type { DocumentSubject, WholeDocument } from "../wire.ts";
import { HeadFacts } from "./documents-screen.tsx";
import { Editor } from "./editor.tsx";
import { draftKeyOf, type Typed, typedIn } from "./fields.ts";

const route = getRouteApi("/frame/documents/$document");
const newRoute = getRouteApi("/frame/documents/new");

/** What a document is about, as an address: its ticket or its incident. */
export function subjectOf({ ticket, incident }: WholeDocument): DocumentSubject {
  return incident === null
    ? { kind: "ticket", number: ticket ?? 0 }
    : { kind: "incident", number: incident.number };
}

/** One document: its draft, the act that publishes it, and what was published. */
export function DocumentScreen() {
  const words = useCauseWords();
  const { document: id } = route.useParams();
  const query = useQuery(read.document(id));
  const title = query.data && titleOf(query.data, words);
  return (
    <Screen title={title ?? words.rootCause}>
      {query.error !== null && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined && query.error === null && <Waiting skeleton={<Bars count={6} />} />}
      {query.data !== undefined && <Whole key={`${id}-${query.data.nth}`} saved={query.data} />}
    </Screen>
  );
}

/** A document that is not begun: the first save makes it. */
export function NewDocumentScreen() {
  const words = useCauseWords();
  const { ticket, incident } = newRoute.useSearch();
  const subject: DocumentSubject =
    incident === undefined ? { kind: "ticket", number: ticket ?? 0 } : { kind: "incident", number: incident };
  return (
    <Screen title={words.write}>
      <h1>{words.write}</h1>
      <p>
        <SubjectLink subject={subject} />
      </p>
      <section className={classes.part} aria-label={words.newDraft}>
        <Editor saved={null} subject={subject} />
      </section>
    </Screen>
  );
}

function Screen(props: { readonly title: string; readonly children: ReactNode }) {
  const words = useCauseWords();
  const desk = useDeskWords();
  const { title } = props;
  useEffect(() => {
    document.title = `${title} · ${desk.appName}`;
  }, [title, desk]);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <p>
        <Link to="/documents">{words.back}</Link>
      </p>
      {props.children}
    </main>
  );
}

function titleOf(saved: WholeDocument, words: ReturnType<typeof useCauseWords>): string {
  const { number, kind } = subjectOf(saved);
  return (kind === "ticket" ? words.aboutTicket : words.aboutIncident)(number, saved.subject);
}

function SubjectLink({ subject: { kind, number } }: { readonly subject: DocumentSubject }) {
  const words = useCauseWords();
  const text = String(number);
  return kind === "ticket" ? (
    <Link to="/tickets/$number" params={{ number: text }}>
      {words.toTicket(number)}
    </Link>
  ) : (
    <Link to="/incidents/$number" params={{ number: text }}>
      {words.toIncident(number)}
    </Link>
  );
}

function Whole({ saved }: { readonly saved: WholeDocument }) {
  const words = useCauseWords();
  const subject = subjectOf(saved);
  const typed = useDraft<Typed | null>(drafts, draftKeyOf(subject), null, typedIn);
  const [isAsked, setAsked] = useState(false);
  const isWriting = saved.nth === 0 || saved.draft !== null || typed.fields !== null || isAsked;
  return (
    <>
      <h1 dir="auto">{titleOf(saved, words)}</h1>
      <p className={classes.facts}>
        <SubjectLink subject={subject} />
        <HeadFacts head={saved} />
      </p>
      {isWriting ? (
        <section className={classes.part} aria-label={words.draftLabel}>
          <h2>{words.draftLabel}</h2>
          <Editor key={saved.nth} saved={saved} subject={subject} />
        </section>
      ) : (
        <div className={classes.acts}>
          <Button variant="default" onClick={() => setAsked(true)}>
            {words.writeNext}
          </Button>
        </div>
      )}
      {saved.versions.length > 0 && (
        <section className={classes.part} aria-label={words.versions}>
          <h2>{words.versions}</h2>
          <CauseVersions versions={saved.versions} />
        </section>
      )}
      <Readers document={saved} />
    </>
  );
}

function Readers({ document: { tickets, readBy } }: { readonly document: WholeDocument }) {
  const words = useCauseWords();
  const shared = useSpeech().words;
  const hidden = readBy.tickets - tickets.length;
  if (tickets.length === 0) return null;
  return (
    <section className={classes.part} aria-label={words.readTickets}>
      <h2>{words.readTickets}</h2>
      <ul className={classes.list}>
        {tickets.map(({ number, subject, organisation, state }) => (
          <li key={number} className={classes.row}>
            <Link to="/tickets/$number" params={{ number: String(number) }} dir="auto">
              {number} {subject}
            </Link>
            <span dir="auto">{organisation}</span>
            <span className={classes.second}>{shared.state[state]}</span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className={classes.second}>{words.moreTickets(hidden)}</p>}
    </section>
  );
}

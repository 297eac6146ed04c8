import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Bars, ProblemNote, useDeskWords, usePolicyWords, Waiting } from "@troth/ui";
import { lazy, Suspense, useEffect } from "react";
import { read } from "../queries.ts";
import { changedFiles, type FileChange } from "./draft/folder.ts";
import classes from "./policy.module.css";
import { ChangesList } from "./preview/changes-list.tsx";

const TwoTexts = lazy(() => import("./editor/two-texts.tsx"));
const route = getRouteApi("/frame/policy/compare");

/** Two versions held against each other: in the customers' words, then in the files. */
export function CompareScreen() {
  const words = usePolicyWords();
  const desk = useDeskWords();
  const { from = "", to = "" } = route.useSearch();
  const isAdmin = useQuery(read.me()).data?.role === "admin";
  const before = useQuery({ ...read.policyVersion(from), enabled: isAdmin });
  const after = useQuery({ ...read.policyVersion(to), enabled: isAdmin });
  const told = useQuery(read.policyChanges(from, to));
  const error = before.error ?? after.error ?? told.error;
  useEffect(() => {
    document.title = `${words.compareTitle(from, to)} · ${desk.appName}`;
  }, [words, desk, from, to]);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <p>
        <Link to="/policy">{words.backToPolicy}</Link>
      </p>
      <h1>{words.compareTitle(from, to)}</h1>
      {error !== null && <ProblemNote error={error} />}
      <section className={classes.part} aria-labelledby="customers-title">
        <h2 id="customers-title">{words.forCustomers}</h2>
        {told.data ? (
          <ChangesList changes={told.data.changes} />
        ) : (
          error === null && <Waiting skeleton={<Bars count={4} />} />
        )}
      </section>
      {before.data && after.data && (
        <Files changes={changedFiles(before.data.files, after.data.files)} from={from} to={to} />
      )}
    </main>
  );
}

function Files(props: {
  readonly changes: readonly FileChange[];
  readonly from: string;
  readonly to: string;
}) {
  const words = usePolicyWords();
  return (
    <section className={classes.part} aria-labelledby="files-title">
      <h2 id="files-title">{words.inTheFiles}</h2>
      {props.changes.length === 0 && <p>{words.fileSame}</p>}
      {props.changes.map(({ name, before, after }) => (
        <Suspense key={name} fallback={<Waiting skeleton={<Bars count={6} />} />}>
          <TwoTexts
            file={before === null ? words.fileAdded(name) : after === null ? words.fileRemoved(name) : name}
            before={before ?? ""}
            after={after ?? ""}
            beforeLabel={words.fromVersion(props.from)}
            afterLabel={words.fromVersion(props.to)}
            phrases={words.editorWords}
          />
        </Suspense>
      ))}
    </section>
  );
}

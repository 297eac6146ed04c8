import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bars, ProblemNote, useDeskWords, usePolicyWords, Waiting, When } from "@troth/ui";
import { useEffect } from "react";
import { RecomputeProgress } from "../calendars/recompute-progress.tsx";
import { read } from "../queries.ts";
import { DraftsList } from "./drafts-list.tsx";
import { NewDraft } from "./new-draft.tsx";
import classes from "./policy.module.css";
import { VersionsList } from "./versions-list.tsx";

/** The policy in force, the drafts of the next one, and every version there was. */
export function PolicyScreen() {
  const words = usePolicyWords();
  const desk = useDeskWords();
  const me = useQuery(read.me());
  const versions = useQuery(read.policyVersions());
  const isAdmin = me.data?.role === "admin";
  useEffect(() => {
    document.title = `${words.policy} · ${desk.appName}`;
  }, [words, desk]);
  const inForce = versions.data?.versions.find(({ isCurrent }) => isCurrent);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <h1>{words.policy}</h1>
      <p className={classes.second}>{words.policyIntro}</p>
      {versions.error !== null && (
        <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} />
      )}
      {inForce !== undefined && (
        <p className={classes.inForce}>
          <span>{words.inForce(<strong>{inForce.version}</strong>, <When at={inForce.publishedAt} />)}</span>
          <a href={me.data?.workspace.supportPage}>{words.readPage}</a>
          {isAdmin && (
            <Link to="/policy/versions/$version" params={{ version: inForce.version }}>
              {words.openInForce}
            </Link>
          )}
        </p>
      )}
      <RecomputeProgress />
      <section className={classes.part} aria-labelledby="drafts-title">
        <h2 id="drafts-title">{words.drafts}</h2>
        {me.data !== undefined && !isAdmin && <p className={classes.second}>{words.draftsForAdmins}</p>}
        {isAdmin && <DraftsList />}
        {isAdmin && versions.data && <NewDraft versions={versions.data.versions} />}
      </section>
      <section className={classes.part} aria-labelledby="versions-title">
        <h2 id="versions-title">{words.versions}</h2>
        {versions.data ? (
          <VersionsList versions={versions.data.versions} isAdmin={isAdmin} />
        ) : (
          versions.error === null && <Waiting skeleton={<Bars count={4} />} />
        )}
      </section>
    </main>
  );
}

import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Bars, ProblemNote, StateLine, useDeskWords, usePolicyWords, Waiting, When } from "@troth/ui";
import { useEffect } from "react";
import { read } from "../queries.ts";
import type { PolicyVersion } from "../wire.ts";
import { Acceptances } from "./acceptances.tsx";
import classes from "./draft/draft.module.css";
import { createDraft } from "./draft/use-open-draft.ts";
import { FolderEditor } from "./editor/folder-editor.tsx";
import { useChecked } from "./editor/use-checked.ts";
import marks from "./policy.module.css";
import { Preview } from "./preview/preview.tsx";
import { useCompiled } from "./use-compiled.ts";

const route = getRouteApi("/frame/policy/versions/$version");

type Folder = { readonly version: PolicyVersion; readonly files: Readonly<Record<string, string>> };

/** A published version as it was and stays: its files to read, its page, its targets. */
export function VersionScreen() {
  const words = usePolicyWords();
  const { version } = route.useParams();
  const found = useQuery(read.policyVersion(version));
  const desk = useDeskWords();
  useEffect(() => {
    document.title = `${words.versionTitle(version)} · ${desk.appName}`;
  }, [words, desk, version]);
  if (found.data === undefined) {
    return (
      <main id="main" className={classes.screen} tabIndex={-1}>
        <div className={classes.head}>
          <Link to="/policy">{words.backToPolicy}</Link>
          <h1>{words.versionTitle(version)}</h1>
        </div>
        {found.error === null ? (
          <Waiting skeleton={<Bars count={16} />} />
        ) : (
          <ProblemNote error={found.error} onRetry={() => void found.refetch()}>
            <Button component="a" href={`/support/${encodeURIComponent(version)}`}>
              {words.readPage}
            </Button>
          </ProblemNote>
        )}
      </main>
    );
  }
  return <Reading key={version} folder={found.data} />;
}

const UNCHANGED: ReadonlySet<string> = new Set();

function Reading({ folder }: { readonly folder: Folder }) {
  const words = usePolicyWords();
  const check = useChecked(folder.files);
  const { version } = folder;
  const me = useQuery(read.me());
  const versions = useQuery(read.policyVersions());
  const inForce = versions.data?.versions.find(({ isCurrent }) => isCurrent)?.version;
  const isOld = inForce !== undefined && inForce !== version.version;
  const source = useQuery({ ...read.policyVersion(inForce ?? ""), enabled: isOld });
  const current = useCompiled(isOld ? source.data?.files : undefined);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <div className={classes.head}>
        <Link to="/policy">{words.backToPolicy}</Link>
        <h1>{words.versionTitle(version.version)}</h1>
        <span className={classes.second}>{words.publishedOn(<When at={version.publishedAt} />)}</span>
        {version.isCurrent && <span className={marks.mark}>{words.inForceMark}</span>}
        <div className={classes.acts}>
          <a href={`/support/${encodeURIComponent(version.version)}`}>{words.readPage}</a>
          <BeginDraft version={version.version} />
        </div>
      </div>
      <div className={classes.standing}>
        <StateLine kind="info">{words.versionReadOnly}</StateLine>
      </div>
      <div className={classes.columns}>
        <FolderEditor files={folder.files} changed={UNCHANGED} check={check} />
        <Preview check={check} before={current} />
      </div>
      {me.data?.role === "admin" && <Acceptances version={version.version} />}
    </main>
  );
}

function BeginDraft({ version }: { readonly version: string }) {
  const words = usePolicyWords();
  const me = useQuery(read.me());
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: () => createDraft(words.fromVersion(version), { basedOn: version }),
    onSuccess: ({ id }) => navigate({ to: "/policy/drafts/$draft", params: { draft: id } }),
  });
  if (me.data?.role !== "admin") return null;
  return (
    <>
      <Button onClick={() => !begin.isPending && begin.mutate()}>{words.beginDraftHere}</Button>
      {begin.error !== null && <ProblemNote error={begin.error} />}
    </>
  );
}

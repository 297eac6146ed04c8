import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { Policy, PolicyFiles } from "@troth/policy";
import {
  Bars,
  ProblemNote,
  StateLine,
  useDeskWords,
  usePolicyWords,
  useSpeech,
  Waiting,
  When,
} from "@troth/ui";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { Failed } from "../../frame/failed.tsx";
import { SubmitButton } from "../../frame/submit-button.tsx";
import { KeyHint } from "../../keys/key-hint.tsx";
import { shortcutOf } from "../../keys/keys.ts";
import { useKeys } from "../../keys/use-keys.tsx";
import { read } from "../../queries.ts";
import { FolderEditor } from "../editor/folder-editor.tsx";
import { type CheckState, useChecked } from "../editor/use-checked.ts";
import { Preview } from "../preview/preview.tsx";
import { useCompiled } from "../use-compiled.ts";
import { Conflict, Gone } from "./conflict.tsx";
import classes from "./draft.module.css";
import { changedFiles, freeVersion, versionIn, withVersion } from "./folder.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { type OpenDraft, type Saved, useOpenDraft } from "./use-open-draft.ts";

const route = getRouteApi("/frame/policy/drafts/$draft");

/** One draft of the policy: its files, what is wrong with them, what follows from them. */
export function DraftScreen() {
  const words = usePolicyWords();
  const { draft } = route.useParams();
  const found = useQuery(read.policyDraft(draft));
  if (found.data === undefined) {
    return (
      <main id="main" className={classes.screen} tabIndex={-1}>
        <div className={classes.head}>
          <Link to="/policy">{words.backToPolicy}</Link>
          <h1>{words.draft}</h1>
        </div>
        {found.error === null ? (
          <Waiting skeleton={<Bars count={16} />} />
        ) : (
          <ProblemNote error={found.error} onRetry={() => void found.refetch()} />
        )}
      </main>
    );
  }
  return <Workbench key={draft} first={found.data} />;
}

function Workbench({ first }: { readonly first: Saved }) {
  const words = usePolicyWords();
  const desk = useDeskWords();
  const navigate = useNavigate();
  const open = useOpenDraft(first);
  const check = useChecked(open.files);
  // The preview is drawn when the keys leave time for it.
  const [shownCheck, shownFiles] = [useDeferredValue(check), useDeferredValue(open.files)];
  const versions = useQuery(read.policyVersions());
  const inForce = versions.data?.versions.find(({ isCurrent }) => isCurrent)?.version;
  const source = useQuery({ ...read.policyVersion(inForce ?? ""), enabled: inForce !== undefined });
  const before = useCompiled(source.data?.files);
  const [isPublishing, setPublishing] = useState(false);
  const { draft } = open.saved;
  useKeys({ save: open.save });
  useEffect(() => {
    document.title = `${words.draftTitle(draft.name)} · ${desk.appName}`;
  }, [words, desk, draft.name]);
  const isLocked = draft.published !== null;
  const taken = versions.data?.versions.map(({ version }) => version) ?? [];
  const off = useWhyNot(open, check, taken);
  const isTaken = taken.includes(versionIn(open.files) ?? "");
  const hasNoErrors = check.checked?.policy !== null;
  const write = (files: PolicyFiles) => {
    check.ask(files);
    open.setFiles(files);
  };
  const changed = new Set(changedFiles(open.saved.files, open.files).map(({ name }) => name));
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <div className={classes.head}>
        <Link to="/policy">{words.backToPolicy}</Link>
        <h1>{words.draftTitle(draft.name)}</h1>
        <Standing check={check} />
        <div className={classes.acts}>
          <SavedLine open={open} />
          {!isLocked && (
            <>
              <SubmitButton
                type="button"
                variant="default"
                isPending={open.isSaving}
                pendingLabel={words.saving}
                disabled={open.isSaved}
                aria-keyshortcuts={shortcutOf("save")}
                onClick={open.save}
              >
                {words.save}
                <KeyHint act="save" />
              </SubmitButton>
              <Button disabled={off !== null} onClick={() => setPublishing(true)}>
                {words.publish}
              </Button>
            </>
          )}
        </div>
      </div>
      {!isLocked && (
        <p className={classes.off}>
          {off} {isTaken && hasNoErrors && <NameVersion open={open} taken={taken} />}
        </p>
      )}
      <Notices open={open} inForce={inForce} />
      <div className={classes.columns}>
        <FolderEditor
          files={open.files}
          changed={changed}
          check={check}
          onChange={isLocked ? undefined : write}
        />
        <Preview check={shownCheck} before={before} asked={shownFiles} />
      </div>
      {check.good !== null && (
        <PublishDialog
          isOpen={isPublishing}
          onClose={() => setPublishing(false)}
          saved={open.saved}
          good={check.good}
          before={before}
          onPublished={() => void navigate({ to: "/policy" })}
        />
      )}
    </main>
  );
}

/** “0 errors, 1 warning”, silently kept up while one types. */
function Standing({ check }: { readonly check: CheckState }) {
  const words = usePolicyWords();
  const findings = check.checked?.findings;
  if (findings === undefined) return null;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return <span className={classes.second}>{words.findingsCount(errors, findings.length - errors)}</span>;
}

/** Gives the draft a version of its own in one press. */
function NameVersion({ open, taken }: { readonly open: OpenDraft; readonly taken: readonly string[] }) {
  const words = usePolicyWords();
  const now = new Date(useSpeech().now());
  const version = freeVersion(now.toISOString().slice(0, 10), taken);
  return (
    <Button
      variant="default"
      size="compact-sm"
      onClick={() => open.setFiles(withVersion(open.files, version, now))}
    >
      {words.nameVersion(version)}
    </Button>
  );
}

function SavedLine({ open }: { readonly open: OpenDraft }) {
  const words = usePolicyWords();
  const { draft } = open.saved;
  const isRefused = open.error !== null || open.theirs !== null || open.isGone;
  return (
    <span className={classes.second}>
      {open.isSaved && words.saved(<When at={draft.updatedAt} />, draft.updatedBy)}
      {!open.isSaved && (isRefused ? words.notSaved : words.unsaved)}
    </span>
  );
}

function Notices({ open, inForce }: { readonly open: OpenDraft; readonly inForce: string | undefined }) {
  const words = usePolicyWords();
  const { published, basedOn } = open.saved.draft;
  const isBehind = inForce !== undefined && basedOn !== null && basedOn !== inForce && published === null;
  const refused = useRef<HTMLDivElement>(null);
  const refusal = open.error ?? open.theirs ?? open.isGone;
  // One may have saved by its key far down the page.
  useEffect(() => {
    if (refusal) refused.current?.scrollIntoView({ block: "nearest" });
  }, [refusal]);
  return (
    <>
      {published !== null && (
        <div className={classes.standing}>
          <StateLine kind="info">{words.isPublished(published.version)}</StateLine>
        </div>
      )}
      {isBehind && <StateLine kind="stale">{words.behind(basedOn, inForce)}</StateLine>}
      <div ref={refused} className={classes.refused}>
        {open.error !== null && <Failed error={open.error} onRetry={open.save} />}
        <Conflict open={open} />
        <Gone open={open} />
      </div>
    </>
  );
}

/** Why the draft cannot be published yet, in words beside the button; null when it can. */
function useWhyNot(open: OpenDraft, check: CheckState, taken: readonly string[]): string | null {
  const words = usePolicyWords();
  const policy: Policy | null = check.checked?.policy ?? null;
  if (!check.isCurrent && !check.isStuck) return words.publishOffChecking;
  if (policy === null) return words.publishOffErrors;
  if (taken.includes(policy.version)) return words.publishOffVersion(policy.version);
  return open.isSaved ? null : words.publishOffUnsaved;
}

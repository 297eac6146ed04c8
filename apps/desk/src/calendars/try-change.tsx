import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { Bars, ProblemNote, StateLine, useCalendarWords, Waiting } from "@troth/ui";
import { type FormEvent, useRef, useState } from "react";
import { troth } from "../client.ts";
import { SubmitButton } from "../frame/submit-button.tsx";
import { read } from "../queries.ts";
import type { Finding, PolicySource, PolicyTried } from "../wire.ts";
import classes from "./change.module.css";
import { lineRange, versionIn } from "./draft.ts";
import { FileEditor } from "./file-editor.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { Tried } from "./tried.tsx";
import { usePolicyDraft } from "./use-policy-draft.ts";

/** For administrators: change the files of the version in force, see what that would do, publish it. */
export function TryChange() {
  const words = useCalendarWords();
  const source = useQuery(read.policySource());
  return (
    <section className={classes.change} aria-labelledby="try-title">
      <h2 id="try-title">{words.tryTitle}</h2>
      <p className={classes.second}>{words.tryText}</p>
      {source.data ? (
        <Editor key={source.data.version.version} source={source.data} />
      ) : source.error === null ? (
        <Waiting skeleton={<Bars count={4} />} />
      ) : (
        <ProblemNote error={source.error} onRetry={() => void source.refetch()} />
      )}
    </section>
  );
}

/** An answer, and the files it answers for. */
type Answer = { readonly print: string; readonly tried: PolicyTried };

function Editor({ source }: { readonly source: PolicySource }) {
  const words = useCalendarWords();
  const draft = usePolicyDraft(source);
  const [file, setFile] = useState("policy.yaml");
  const [isPublishing, setPublishing] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const print = JSON.stringify(draft.files);
  const ask = useMutation({
    mutationFn: async (): Promise<Answer> => ({
      print,
      tried: await unwrap(troth.api.POST("/v1/policies/try", { body: { files: draft.files } })),
    }),
  });
  const inForce = source.version.version;
  const version = versionIn(draft.files);
  const answer = ask.data ?? null;
  const isStale = answer !== null && answer.print !== print;
  const off = whyNot({ answer, isStale, version, inForce, words });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ask.isPending) ask.mutate();
  };
  const show = (finding: Finding) => {
    setFile(finding.file);
    const [from, to] = lineRange(draft.files[finding.file] ?? "", finding.line);
    // The text area of another file is there after the next drawing.
    requestAnimationFrame(() => {
      text.current?.focus();
      text.current?.setSelectionRange(from, to);
    });
  };
  return (
    <>
      {draft.base !== inForce && <StateLine kind="stale">{words.draftOld(draft.base, inForce)}</StateLine>}
      <FileEditor draft={draft} file={file} onFile={setFile} text={text} />
      <form className={classes.acts} onSubmit={submit}>
        <SubmitButton isPending={ask.isPending} pendingLabel={words.working}>
          {words.whatChanges}
        </SubmitButton>
        <Button variant="default" disabled={off !== null} onClick={() => setPublishing(true)}>
          {words.publish}
        </Button>
        <span className={classes.second}>{off}</span>
      </form>
      {ask.error !== null && <ProblemNote error={ask.error} />}
      {answer !== null && <Tried tried={answer.tried} isStale={isStale} onFinding={show} />}
      {version !== null && (
        <PublishDialog
          isOpen={isPublishing}
          onClose={() => setPublishing(false)}
          version={version}
          files={draft.files}
          tried={answer?.tried ?? null}
          onPublished={draft.drop}
        />
      )}
    </>
  );
}

/** Why the draft cannot be published yet, in words beside the button; null when it can. */
function whyNot(at: {
  readonly answer: Answer | null;
  readonly isStale: boolean;
  readonly version: string | null;
  readonly inForce: string;
  readonly words: ReturnType<typeof useCalendarWords>;
}): string | null {
  const { answer, words } = at;
  if (answer === null) return words.publishOff;
  if (at.isStale) return words.changedSince;
  if (!answer.tried.isRunnable) return words.notRunnable;
  return at.version === null || at.version === at.inForce ? words.publishVersionTaken(at.inForce) : null;
}

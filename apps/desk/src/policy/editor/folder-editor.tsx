import type { Finding, PolicyFiles } from "@troth/policy";
import { Bars, usePolicyWords, Waiting } from "@troth/ui";
import { lazy, memo, Suspense, useEffect, useId, useMemo, useRef, useState } from "react";
import { FACTS } from "../draft/folder.ts";
import { saidFinding } from "./bubbles.ts";
import type { CodeHandle } from "./code-editor.tsx";
import classes from "./editor.module.css";
import { FilesBar } from "./files-bar.tsx";
import { FindingsList } from "./findings-list.tsx";
import { useAssistant } from "./use-assistant.ts";
import type { CheckState } from "./use-checked.ts";

/** Loaded when a folder is opened, so that no other screen carries it. */
const CodeEditor = lazy(() => import("./code-editor.tsx"));

/** More marks than these help nobody, and drawing them would hold up the keys. */
const MOST_MARKS = 200;

type FolderEditorProps = {
  readonly files: PolicyFiles;
  readonly changed: ReadonlySet<string>;
  readonly check: CheckState;
  /** Left out where the files are only to be read. */
  readonly onChange?: ((files: PolicyFiles) => void) | undefined;
};

/** A policy folder: one file at a time as text, findings in it and in a list below. */
export function FolderEditor({ files, changed, check, onChange }: FolderEditorProps) {
  const words = usePolicyWords();
  const hintId = useId();
  const [chosen, setFile] = useState(FACTS);
  const file = Object.hasOwn(files, chosen) ? chosen : (Object.keys(files)[0] ?? FACTS);
  const code = useRef<CodeHandle>(null);
  const [wanted, setWanted] = useState<Finding | null>(null);
  const findings = check.checked?.findings ?? NONE;
  const own = useMemo(
    () => findings.filter((finding) => finding.file === file).slice(0, MOST_MARKS),
    [findings, file],
  );
  const assistant = useAssistant(files, file);
  // The text of another file is there after the next drawing.
  useEffect(() => {
    if (wanted === null) return;
    if (wanted.file !== file && Object.hasOwn(files, wanted.file)) return setFile(wanted.file);
    if (code.current === null) return;
    if (wanted.file === file) code.current.show(wanted);
    setWanted(null);
  }, [wanted, file, files]);
  const isReadOnly = onChange === undefined;
  const hint = isReadOnly ? words.editorHintRead : words.editorHint;
  return (
    <div className={classes.editor} tabIndex={-1} data-pane>
      <FilesBar
        files={files}
        changed={changed}
        findings={findings}
        file={file}
        onFile={setFile}
        onChange={onChange}
      />
      <Suspense fallback={<Waiting skeleton={<Bars count={16} />} />}>
        <CodeEditor
          key={file}
          ref={code}
          className={classes.code}
          file={file}
          text={files[file] ?? ""}
          isReadOnly={isReadOnly}
          isNarrow={globalThis.matchMedia("(max-width: 639px)").matches}
          label={words.fileText(file)}
          hintId={hintId}
          phrases={words.editorWords}
          complete={assistant.complete}
          hover={assistant.hover}
          findings={own}
          sayFinding={(finding) => saidFinding(finding, words)}
          onChange={(text) => onChange?.({ ...files, [file]: text })}
        />
      </Suspense>
      <p id={hintId} className={classes.hint}>
        {hint}
      </p>
      <Findings checked={check.checked} isStuck={check.isStuck} onFinding={setWanted} />
    </div>
  );
}

const NONE: readonly Finding[] = [];

const Findings = memo(function Findings(
  props: Pick<CheckState, "checked" | "isStuck"> & { readonly onFinding: (finding: Finding) => void },
) {
  const words = usePolicyWords();
  const { checked, isStuck } = props;
  const findings = checked?.findings ?? NONE;
  return (
    <section className={classes.findings} aria-labelledby="findings-title">
      <h2 id="findings-title">{words.findings}</h2>
      {isStuck && <p role="alert">{words.stuck}</p>}
      {!isStuck && checked === null && <p>{words.checking}</p>}
      {!isStuck && checked !== null && findings.length === 0 && <p>{words.noFindings}</p>}
      {!isStuck && findings.length > 0 && <FindingsList findings={findings} onFinding={props.onFinding} />}
    </section>
  );
});

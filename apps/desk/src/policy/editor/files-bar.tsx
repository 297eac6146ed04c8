import { Button, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import type { Finding, PolicyFiles } from "@troth/policy";
import { useAnnounce, usePolicyWords } from "@troth/ui";
import { type FormEvent, useState } from "react";
import { FACTS, fileNames, isFreeName, renamed, without } from "../draft/folder.ts";
import classes from "./editor.module.css";

type FilesBarProps = {
  readonly files: PolicyFiles;
  /** Names of files that differ from those saved. */
  readonly changed: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  readonly file: string;
  readonly onFile: (name: string) => void;
  /** Left out where nothing may be changed. */
  readonly onChange?: ((files: PolicyFiles) => void) | undefined;
};

/** The files of a folder, and what can be done with them. */
export function FilesBar(props: FilesBarProps) {
  const words = usePolicyWords();
  return (
    <div className={classes.filesBar}>
      <nav aria-label={words.files} className={classes.files}>
        {fileNames(props.files).map((name) => (
          <button
            key={name}
            type="button"
            aria-current={name === props.file ? "page" : undefined}
            onClick={() => props.onFile(name)}
          >
            {name}
            {props.changed.has(name) && (
              <span className={classes.mark}>
                <span aria-hidden>*</span>
                <span className="troth-hidden">{words.fileChanged}</span>
              </span>
            )}
            <Count findings={props.findings.filter(({ file }) => file === name)} />
          </button>
        ))}
      </nav>
      {props.onChange !== undefined && <FileActs {...props} onChange={props.onChange} />}
    </div>
  );
}

function Count({ findings }: { readonly findings: readonly Finding[] }) {
  const words = usePolicyWords();
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (findings.length === 0) return null;
  const [Icon, count, said] =
    errors > 0
      ? [IconCircleX, errors, words.fileErrors(errors)]
      : [IconAlertTriangle, findings.length, words.fileWarnings(findings.length)];
  return (
    <span className={classes.count} data-severity={errors > 0 ? "error" : "warning"}>
      <Icon size={14} aria-hidden />
      <span aria-hidden>{count}</span>
      <span className="troth-hidden">{said}</span>
    </span>
  );
}

function FileActs(props: FilesBarProps & { readonly onChange: (files: PolicyFiles) => void }) {
  const words = usePolicyWords();
  const announce = useAnnounce();
  const [naming, setNaming] = useState<"new" | "rename" | null>(null);
  const [gone, setGone] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const { files, file, onFile, onChange } = props;
  const remove = () => {
    setGone({ name: file, text: files[file] ?? "" });
    onChange(without(files, file));
    onFile(FACTS);
    announce(words.fileRemovedSaid(file));
  };
  const putBack = () => {
    if (gone === null) return;
    onChange({ ...files, [gone.name]: gone.text });
    onFile(gone.name);
    setGone(null);
  };
  if (naming !== null) {
    return (
      <NameForm
        key={naming}
        first={naming === "rename" ? file : ""}
        label={naming === "rename" ? words.renameFileOf(file) : words.newFileName}
        submit={naming === "rename" ? words.renameFile : words.addFile}
        isFree={(name) => isFreeName(name, files)}
        onCancel={() => setNaming(null)}
        onName={(name) => {
          onChange(naming === "rename" ? renamed(files, file, name) : { ...files, [name]: "" });
          onFile(name);
          setNaming(null);
        }}
      />
    );
  }
  const isFacts = file === FACTS;
  return (
    <div className={classes.fileActs}>
      <Button variant="default" size="compact-sm" onClick={() => setNaming("new")}>
        {words.newFile}
      </Button>
      {!isFacts && (
        <>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={words.renameFileOf(file)}
            onClick={() => setNaming("rename")}
          >
            {words.renameFile}
          </Button>
          <Button variant="default" size="compact-sm" aria-label={words.removeFileOf(file)} onClick={remove}>
            {words.removeFile}
          </Button>
        </>
      )}
      {gone !== null && !Object.hasOwn(files, gone.name) && (
        <Button variant="default" size="compact-sm" onClick={putBack}>
          {words.putBack(gone.name)}
        </Button>
      )}
    </div>
  );
}

function NameForm(props: {
  readonly first: string;
  readonly label: string;
  readonly submit: string;
  readonly isFree: (name: string) => boolean;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const words = usePolicyWords();
  const [name, setName] = useState(props.first);
  const [isBad, setBad] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted !== "" && wanted === props.first) return props.onCancel();
    return props.isFree(wanted) ? props.onName(wanted) : setBad(true);
  };
  return (
    <form className={classes.nameForm} onSubmit={submit}>
      <TextInput
        label={props.label}
        placeholder="holidays/us-2029.yaml"
        autoFocus
        value={name}
        error={isBad ? words.newFileBad : undefined}
        onKeyDown={(event) => event.key === "Escape" && props.onCancel()}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setBad(false);
        }}
      />
      <Button type="submit" variant="default">
        {props.submit}
      </Button>
      <Button variant="default" onClick={props.onCancel}>
        {words.cancelFile}
      </Button>
    </form>
  );
}

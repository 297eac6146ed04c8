import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useCalendarWords } from "@troth/ui";
import { type FormEvent, type RefObject, useState } from "react";
import classes from "./change.module.css";
import { isNewName } from "./draft.ts";
import type { usePolicyDraft } from "./use-policy-draft.ts";

type FileEditorProps = {
  readonly draft: ReturnType<typeof usePolicyDraft>;
  readonly file: string;
  readonly onFile: (name: string) => void;
  readonly text: RefObject<HTMLTextAreaElement | null>;
};

/** One file of the folder at a time, as plain text. */
export function FileEditor({ draft, file, onFile, text }: FileEditorProps) {
  const words = useCalendarWords();
  const names = Object.keys(draft.files).toSorted();
  return (
    <>
      <div className={classes.files}>
        <NativeSelect
          label={words.file}
          value={file}
          data={names.map((value) => ({
            value,
            label: draft.changed.includes(value) ? words.fileChanged(value) : value,
          }))}
          onChange={(event) => onFile(event.currentTarget.value)}
        />
        <NewFile
          isFree={(name) => isNewName(name, draft.files)}
          onAdd={(name) => {
            draft.setFile(name, "");
            onFile(name);
          }}
        />
      </div>
      <Textarea
        ref={text}
        aria-label={words.fileText(file)}
        classNames={{ input: classes.text ?? "" }}
        rows={18}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        dir="ltr"
        value={draft.files[file] ?? ""}
        onChange={(event) => draft.setFile(file, event.currentTarget.value)}
      />
      <p className={classes.second}>
        {draft.changed.length === 0 ? words.draftSame : words.draftKept}{" "}
        {draft.changed.length > 0 && (
          <Button variant="default" size="compact-sm" onClick={draft.drop}>
            {words.discard}
          </Button>
        )}
      </p>
    </>
  );
}

function NewFile(props: {
  readonly isFree: (name: string) => boolean;
  readonly onAdd: (name: string) => void;
}) {
  const words = useCalendarWords();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [isBad, setBad] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.isFree(name.trim())) return setBad(true);
    props.onAdd(name.trim());
    setName("");
    setOpen(false);
  };
  if (!isOpen)
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.newFile}
      </Button>
    );
  return (
    <form className={classes.newFile} onSubmit={submit}>
      <TextInput
        label={words.newFileName}
        placeholder="holidays/us-2029.yaml"
        autoFocus
        value={name}
        error={isBad ? words.newFileBad : undefined}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setBad(false);
        }}
      />
      <Button type="submit" variant="default">
        {words.addFile}
      </Button>
    </form>
  );
}

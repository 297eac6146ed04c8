import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { PolicyFiles } from "@troth/policy";
import { ProblemNote, usePolicyWords } from "@troth/ui";
import { type FormEvent, useRef, useState } from "react";
import { SubmitButton } from "../frame/submit-button.tsx";
import { read } from "../queries.ts";
import type { PolicyVersion } from "../wire.ts";
import { bytesOf, MOST_BYTES, type Picked, pickedFolder } from "./draft/folder.ts";
import { createDraft } from "./draft/use-open-draft.ts";
import classes from "./policy.module.css";

/** Not the name of any version: those hold no blank. */
const FOLDER = "a folder";

/** Begins a draft with a version, or with a folder of this computer. */
export function NewDraft({ versions }: { readonly versions: readonly PolicyVersion[] }) {
  const words = usePolicyWords();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Form versions={versions} onCancel={() => setOpen(false)} />;
  return (
    <p>
      <Button onClick={() => setOpen(true)}>{words.newDraft}</Button>
    </p>
  );
}

function Form(props: { readonly versions: readonly PolicyVersion[]; readonly onCancel: () => void }) {
  const words = usePolicyWords();
  const inForce = props.versions.find(({ isCurrent }) => isCurrent)?.version ?? "";
  const [name, setName] = useState("");
  const [from, setFrom] = useState(inForce);
  const [folder, setFolder] = useState<Picked | null>(null);
  const [isTried, setTried] = useState(false);
  const create = useCreate();
  const isFolder = from === FOLDER;
  const wrongFolder = isFolder ? whatIsWrong(folder?.files ?? null, words) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (create.isPending || name.trim() === "" || wrongFolder !== null) return;
    create.mutate({
      name: name.trim(),
      from: isFolder ? { files: folder?.files ?? {} } : { basedOn: from },
    });
  };
  return (
    <form className={classes.newDraft} onSubmit={submit}>
      <TextInput
        label={words.draftName}
        description={words.draftNameHint}
        autoFocus
        maxLength={100}
        value={name}
        error={isTried && name.trim() === "" ? words.draftNameMissing : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.beginWith}
        value={from}
        data={[
          ...props.versions.map(({ version, isCurrent }) => ({
            value: version,
            label: isCurrent ? words.fromVersionInForce(version) : words.fromVersion(version),
          })),
          { value: FOLDER, label: words.fromFolder },
        ]}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      {isFolder && <FolderField folder={folder} onFolder={setFolder} error={isTried ? wrongFolder : null} />}
      {create.error !== null && <ProblemNote error={create.error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={props.onCancel}>
          {words.cancelFile}
        </Button>
        <SubmitButton isPending={create.isPending} pendingLabel={words.creating}>
          {words.createDraft}
        </SubmitButton>
      </div>
    </form>
  );
}

function whatIsWrong(files: PolicyFiles | null, words: ReturnType<typeof usePolicyWords>): string | null {
  if (files === null) return words.chooseFolder;
  if (Object.keys(files).length === 0) return words.folderEmpty;
  return bytesOf(files) > MOST_BYTES ? words.folderTooLarge : null;
}

function FolderField(props: {
  readonly folder: Picked | null;
  readonly onFolder: (folder: Picked) => void;
  readonly error: string | null;
}) {
  const words = usePolicyWords();
  const field = useRef<HTMLInputElement>(null);
  const { folder } = props;
  return (
    <div className={classes.folder}>
      <input
        ref={field}
        type="file"
        className="troth-hidden"
        tabIndex={-1}
        aria-hidden
        multiple
        {...{ webkitdirectory: "" }}
        onChange={(event) => void pickedFolder(event.currentTarget.files ?? []).then(props.onFolder)}
      />
      <Button variant="default" onClick={() => field.current?.click()}>
        {words.chooseFolder}
      </Button>
      <span className={classes.second}>
        {folder === null
          ? words.folderHint
          : words.folderTaken(Object.keys(folder.files).length, folder.name)}
      </span>
      {props.error !== null && (
        <p className={classes.wrong} role="alert">
          {props.error}
        </p>
      )}
    </div>
  );
}

function useCreate() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ name, from }: { name: string; from: Parameters<typeof createDraft>[1] }) =>
      createDraft(name, from),
    onSuccess: async ({ id }) => {
      await navigate({ to: "/policy/drafts/$draft", params: { draft: id } });
      await client.invalidateQueries({ queryKey: read.policyDrafts().queryKey });
    },
  });
}

import { Button, Checkbox, TextInput } from "@mantine/core";
import { CAUSE_PARTS, SecretNotice, useCauseWords, useDraft, useSpeech } from "@troth/ui";
import { useId } from "react";
import { drafts } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import classes from "../incidents/incidents.module.css";
import { DraftLine } from "../ticket/draft-line.tsx";
import type { CauseSections, DocumentSubject, WholeDocument } from "../wire.ts";
import { Effect } from "./effect.tsx";
import { draftKeyOf, NO_SECTIONS, type Typed, typedIn } from "./fields.ts";
import { SectionFields } from "./section-fields.tsx";
import { useWriting } from "./use-writing.ts";

type Props = {
  /** Null for one that is being begun. */
  readonly saved: WholeDocument | null;
  readonly subject: DocumentSubject;
};

const isWritten = (sections: CauseSections) => CAUSE_PARTS.some((part) => sections[part].trim() !== "");

/** Writes a document: what is typed is kept, saved as a draft, and published with its effect shown above the button. */
export function Editor({ saved, subject }: Props) {
  const words = useCauseWords();
  const missingId = useId();
  const typed = useDraft<Typed | null>(drafts, draftKeyOf(subject), null, typedIn);
  const writing = useWriting({ saved, subject, onSaved: typed.clear });
  const version = saved?.version ?? 0;
  const begun: Typed = {
    sections: saved?.sections ?? NO_SECTIONS,
    change: "",
    isOnStatusPage: saved?.isOnStatusPage ?? false,
    saw: version,
  };
  const now = typed.fields ?? begun;
  const isBehind = typed.fields !== null && typed.fields.saw !== version;
  const change = (part: Partial<Typed>) => typed.change({ ...now, ...part });
  const isEmpty = !isWritten(now.sections);
  const failed = [writing.save.error, writing.drop.error].find((error) => error !== null);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !writing.save.isPending) writing.save.mutate(now.sections);
      }}
    >
      {isBehind && <Behind onTake={typed.clear} />}
      <SectionFields
        sections={now.sections}
        theirs={isBehind ? begun.sections : null}
        onChange={(sections) => change({ sections })}
      />
      {failed != null && !isBehind && <Failed error={failed} />}
      <div className={classes.acts}>
        <SubmitButton
          variant="default"
          disabled={isEmpty}
          isPending={writing.save.isPending}
          pendingLabel={words.saving}
          aria-describedby={isEmpty ? missingId : undefined}
        >
          {words.save}
        </SubmitButton>
        {saved?.draft != null && (
          <Button variant="default" onClick={() => writing.drop.mutate()}>
            {words.dropDraft}
          </Button>
        )}
        {isEmpty && (
          <span id={missingId} className={classes.second}>
            {words.writeFirst}
          </span>
        )}
        <DraftLine state={typed.state} />
      </div>
      {saved !== null && (
        <Publish saved={saved} typed={now} isBehind={isBehind} onChange={change} writing={writing} />
      )}
    </form>
  );
}

/** Somebody saved meanwhile: nothing typed is lost, and what they wrote is one press away. */
function Behind({ onTake }: { readonly onTake: () => void }) {
  const words = useCauseWords();
  return (
    <section className={classes.effect} role="alert" aria-label={words.conflict}>
      <strong>{words.conflict}</strong>
      <p>{words.conflictText}</p>
      <div className={classes.acts}>
        <Button variant="default" onClick={onTake}>
          {words.takeTheirs}
        </Button>
      </div>
    </section>
  );
}

function Publish(props: {
  readonly saved: WholeDocument;
  readonly typed: Typed;
  readonly isBehind: boolean;
  readonly onChange: (part: Partial<Typed>) => void;
  readonly writing: ReturnType<typeof useWriting>;
}) {
  const words = useCauseWords();
  const { tag } = useSpeech();
  const missingId = useId();
  const { saved, typed, writing, onChange } = props;
  const { publish } = writing;
  const empty = CAUSE_PARTS.filter((part) => typed.sections[part].trim() === "");
  const isLater = saved.nth > 0;
  const missing =
    empty.length > 0
      ? words.missingParts(new Intl.ListFormat(tag).format(empty.map((part) => words.parts[part])))
      : isLater && typed.change.trim() === ""
        ? words.missingChange
        : null;
  const send = () => {
    if (publish.isPending) return;
    const { sections, isOnStatusPage } = typed;
    publish.mutate({ sections, isOnStatusPage, change: isLater ? typed.change : "" });
  };
  return (
    <section className={classes.form} aria-label={words.publish}>
      <h2>{words.publish}</h2>
      {isLater && (
        <>
          <TextInput
            label={words.change}
            description={words.changeHint}
            maxLength={4_000}
            dir="auto"
            value={typed.change}
            onChange={(event) => onChange({ change: event.currentTarget.value })}
          />
          <SecretNotice text={typed.change} onMask={(masked) => onChange({ change: masked })} />
        </>
      )}
      {saved.incident !== null && (
        <Checkbox
          label={words.statusTick}
          description={words.statusHint}
          checked={typed.isOnStatusPage}
          onChange={(event) => onChange({ isOnStatusPage: event.currentTarget.checked })}
        />
      )}
      <Effect document={saved} change={isLater ? typed.change : ""} isPublic={typed.isOnStatusPage} />
      {publish.error !== null && !props.isBehind && <Failed error={publish.error} />}
      <div className={classes.acts}>
        <Button
          disabled={missing !== null}
          aria-describedby={missing === null ? undefined : missingId}
          {...(publish.isPending ? { "aria-disabled": true, "data-disabled": true } : {})}
          onClick={send}
        >
          {publish.isPending ? words.publishing : words.publishNow(saved.nth + 1)}
        </Button>
        {missing !== null && (
          <span id={missingId} className={classes.second}>
            {missing}
          </span>
        )}
      </div>
    </section>
  );
}

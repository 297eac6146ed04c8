import { useEffect } from "react";
import { AttachField } from "../attachments/attach-field.tsx";
import type { AttachmentLimits, KeptFile } from "../attachments/kept-file.ts";
import { type Uploads, useUploads } from "../attachments/use-uploads.ts";
import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import { POLICY_LANG, PolicyText } from "../speech/policy-text.tsx";
import classes from "./customer.module.css";
import { ChoiceField, describedBy, Field, TextField } from "./field.tsx";
import { CONTROLS } from "./new-ticket.ts";
import { controlOf } from "./own-fields.ts";
import type { FormField, Statement } from "./wire.ts";

type Held = Readonly<Record<string, string>>;

/** The uploads of the form's fields of files. */
export type FieldFiles = {
  readonly kept: Readonly<Record<string, readonly KeptFile[]>>;
  readonly limits: AttachmentLimits;
  readonly update: (field: string, make: (was: readonly KeptFile[]) => readonly KeptFile[]) => void;
  /** Tells the form, which asks each whether it may go. */
  readonly known: Map<string, Uploads>;
};

/** Fields that the vendor's policy asks for beside the description. */
export function OwnFields(props: {
  readonly fields: readonly FormField[];
  readonly answers: Held;
  readonly files: FieldFiles;
  readonly faultAt: (control: string) => string | null;
  readonly onChange: (answers: Held) => void;
}) {
  return props.fields.map((field) =>
    field.kind === "files" ? (
      <FilesField
        key={field.id}
        field={field}
        files={props.files}
        fault={props.faultAt(controlOf(field.id))}
      />
    ) : (
      <OwnField
        key={field.id}
        field={field}
        fault={props.faultAt(controlOf(field.id))}
        value={props.answers[field.id] ?? ""}
        onChange={(value) => props.onChange({ ...props.answers, [field.id]: value })}
      />
    ),
  );
}

/** Files that the policy asks for by a name of their own, e.g. logs of the client. */
function FilesField(props: {
  readonly field: FormField;
  readonly files: FieldFiles;
  readonly fault: string | null;
}) {
  const words = useWidgetWords();
  const { field, files } = props;
  const uploads = useUploads({
    kept: files.kept[field.id] ?? [],
    limits: files.limits,
    update: (make) => files.update(field.id, make),
  });
  useEffect(() => {
    files.known.set(field.id, uploads);
    return () => void files.known.delete(field.id);
  });
  return (
    <AttachField
      id={controlOf(field.id)}
      uploads={uploads}
      label={field.isRequired ? field.label : words.optional(field.label)}
      lang={POLICY_LANG}
      hint={field.help}
      fault={props.fault}
    />
  );
}

function OwnField(props: {
  readonly field: FormField;
  readonly value: string;
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
}) {
  const words = useWidgetWords();
  const { field, value, fault, onChange } = props;
  const label = field.isRequired ? field.label : words.optional(field.label);
  const common = {
    id: controlOf(field.id),
    label,
    ...(field.help === null ? {} : { hint: field.help }),
    fault,
    lang: POLICY_LANG,
  };
  switch (field.kind) {
    case "long-text":
      return <TextField {...common} rows={3} value={value} onChange={onChange} />;
    case "choice":
    case "yes-no":
      return (
        <ChoiceField
          {...common}
          value={value === "" ? null : value}
          none={words.notChosen}
          choices={
            field.kind === "choice"
              ? field.choices.map((choice) => ({ id: choice, name: choice }))
              : [
                  { id: "yes", name: words.yes },
                  { id: "no", name: words.no },
                ]
          }
          onChange={(choice) => onChange(choice ?? "")}
        />
      );
    case "files":
      return null;
    case "text":
    case "instant":
      return (
        <Field {...common}>
          <input
            id={common.id}
            className={classes.text}
            dir="auto"
            type={field.kind === "instant" ? "datetime-local" : "text"}
            value={value}
            aria-required={field.isRequired}
            aria-invalid={fault ? true : undefined}
            {...describedBy(common.id, field.help, fault)}
            onChange={(event) => onChange(event.target.value)}
          />
        </Field>
      );
  }
}

/** What the person has to confirm before a request of this kind is taken. */
export function Statements(props: {
  readonly statements: readonly Statement[];
  readonly confirmed: readonly string[];
  readonly fault: string | null;
  readonly onChange: (confirmed: readonly string[]) => void;
}) {
  const words = useWidgetWords();
  if (props.statements.length === 0) return null;
  return (
    <fieldset className={classes.group} id={CONTROLS.statements} tabIndex={-1}>
      <legend className={classes.label}>{words.confirm}</legend>
      {props.statements.map(({ id, text }) => (
        <label key={id} className={classes.check}>
          <input
            type="checkbox"
            checked={props.confirmed.includes(id)}
            onChange={(event) =>
              props.onChange(
                event.target.checked
                  ? [...props.confirmed, id]
                  : props.confirmed.filter((other) => other !== id),
              )
            }
          />
          <PolicyText>{text}</PolicyText>
        </label>
      ))}
      {props.fault && <p className={classes.fault}>{props.fault}</p>}
    </fieldset>
  );
}

/** What the policy asks to look at before anything is written, and what must never be sent. */
export function BeforeYouWrite({
  first,
  secrets,
}: {
  readonly first: readonly string[];
  readonly secrets: string | null;
}) {
  const said = [...first, ...(secrets === null ? [] : [secrets])];
  if (said.length === 0) return null;
  return (
    <div className={classes.remark}>
      {said.map((text) => (
        <p key={text}>
          <PolicyText>{text}</PolicyText>
        </p>
      ))}
    </div>
  );
}

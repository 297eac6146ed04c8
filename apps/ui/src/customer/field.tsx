import type { ReactNode } from "react";
import { SecretNotice } from "../secrets/secret-notice.tsx";
import classes from "./customer.module.css";

type FieldProps = {
  readonly id: string;
  readonly label: string;
  /** Language of label and hint where it is not the page's: words that the policy gives. */
  readonly lang?: string;
  readonly hint?: string;
  /** Language of the hint where it is another than the label's. */
  readonly hintLang?: string;
  readonly fault?: string | null;
  readonly children: ReactNode;
};

/** A label above its control, a hint and, in words, what is wrong. Ids: `…-hint`, `…-fault`. */
export function Field({ id, label, lang, hint, hintLang, fault, children }: FieldProps) {
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label} lang={lang}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={classes.hint} lang={hintLang ?? lang}>
          {hint}
        </p>
      )}
      {children}
      {fault && (
        <p id={`${id}-fault`} className={classes.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}

/** Which of hint and fault describe a control. */
export function describedBy(id: string, hint: unknown, fault: unknown): { "aria-describedby"?: string } {
  const parts = [hint ? `${id}-hint` : "", fault ? `${id}-fault` : ""].filter((part) => part !== "");
  return parts.length === 0 ? {} : { "aria-describedby": parts.join(" ") };
}

export function TextField(
  props: Omit<FieldProps, "children"> & {
    readonly value: string;
    readonly rows: number;
    readonly onChange: (value: string) => void;
  },
) {
  return (
    <Field {...props}>
      <textarea
        id={props.id}
        className={classes.text}
        dir="auto"
        rows={props.rows}
        value={props.value}
        aria-invalid={props.fault ? true : undefined}
        {...describedBy(props.id, props.hint, props.fault)}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <SecretNotice text={props.value} onMask={props.onChange} />
    </Field>
  );
}

export function ChoiceField(
  props: Omit<FieldProps, "children"> & {
    readonly value: string | null;
    /** The choice that stands for none; left out when one must be chosen. */
    readonly none?: string;
    /** Language of the choices where it is another than the label's. */
    readonly choicesLang?: string;
    readonly choices: readonly { readonly id: string; readonly name: string }[];
    readonly onChange: (value: string | null) => void;
  },
) {
  return (
    <Field {...props}>
      <select
        id={props.id}
        className={classes.choice}
        value={props.value ?? ""}
        {...describedBy(props.id, props.hint, props.fault)}
        onChange={(event) => props.onChange(event.target.value === "" ? null : event.target.value)}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.choices.map((choice) => (
          <option key={choice.id} value={choice.id} lang={props.choicesLang ?? props.lang}>
            {choice.name}
          </option>
        ))}
      </select>
    </Field>
  );
}

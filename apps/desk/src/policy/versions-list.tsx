import { NativeSelect } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { usePolicyWords, When } from "@troth/ui";
import { type FormEvent, useState } from "react";
import { SubmitButton } from "../frame/submit-button.tsx";
import type { PolicyVersion } from "../wire.ts";
import classes from "./policy.module.css";

/** Every published version, newest first, and two of them to compare. */
export function VersionsList(props: {
  readonly versions: readonly PolicyVersion[];
  /** Only administrators may open the files of one. */
  readonly isAdmin: boolean;
}) {
  const { versions, isAdmin } = props;
  const words = usePolicyWords();
  const { version, since, by, note, more } = words.versionColumns;
  const publishers: Readonly<Record<string, string>> = words.publishedBy;
  return (
    <>
      <table className={classes.table}>
        <caption className="troth-hidden">{words.versions}</caption>
        <thead>
          <tr>
            {[version, since, by, note, more].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map((one, at) => (
            <tr key={one.version}>
              <th scope="row">
                {isAdmin ? (
                  <Link to="/policy/versions/$version" params={{ version: one.version }}>
                    {one.version}
                  </Link>
                ) : (
                  one.version
                )}{" "}
                {one.isCurrent && <span className={classes.mark}>{words.inForceMark}</span>}
              </th>
              <td>
                <When at={one.publishedAt} />
              </td>
              <td>
                <span className={classes.label}>{by}: </span>
                {publishers[one.publishedBy] ?? words.publishedBy.other}
              </td>
              <td className={classes.note}>
                <span className={classes.label}>{note}: </span>
                {one.note === null ? (
                  <span className={classes.second}>{words.noNote}</span>
                ) : (
                  <bdi>{one.note}</bdi>
                )}
              </td>
              <td className={classes.ways}>
                <a href={`/support/${encodeURIComponent(one.version)}`}>{words.readPage}</a>
                <Before now={one.version} before={versions[at + 1]?.version} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {versions.length > 1 && <ChooseTwo versions={versions} />}
    </>
  );
}

function Before({ now, before }: { readonly now: string; readonly before: string | undefined }) {
  const words = usePolicyWords();
  if (before === undefined) return null;
  return (
    <Link to="/policy/compare" search={{ from: before, to: now }} aria-label={words.whatChangedIn(now)}>
      {words.whatChanged}
    </Link>
  );
}

function ChooseTwo({ versions }: { readonly versions: readonly PolicyVersion[] }) {
  const words = usePolicyWords();
  const navigate = useNavigate();
  const [from, setFrom] = useState(versions[1]?.version ?? "");
  const [to, setTo] = useState(versions[0]?.version ?? "");
  const names = versions.map(({ version }) => version);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: "/policy/compare", search: { from, to } });
  };
  return (
    <form className={classes.acts} onSubmit={submit}>
      <NativeSelect
        label={words.compareFrom}
        value={from}
        data={names}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.compareTo}
        value={to}
        data={names}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <SubmitButton variant="default" isPending={false} pendingLabel="">
        {words.compare}
      </SubmitButton>
    </form>
  );
}

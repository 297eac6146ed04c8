import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import type { Finding } from "@troth/policy";
import { usePolicyWords } from "@troth/ui";
import { CodeText } from "../code-text.tsx";
import { findingPage } from "./finding-page.ts";
import classes from "./findings.module.css";

/** More than these nobody mends at once. */
const MOST_SHOWN = 100;

/** All findings of a folder, errors first; a press on a place leads there. */
export function FindingsList(props: {
  readonly findings: readonly Finding[];
  readonly onFinding: (finding: Finding) => void;
}) {
  const words = usePolicyWords();
  const errors = props.findings.filter(({ severity }) => severity === "error");
  const shown = [...errors, ...props.findings.filter(({ severity }) => severity === "warning")];
  return (
    <>
      <ul className={classes.findings}>
        {shown.slice(0, MOST_SHOWN).map((finding) => (
          <li key={`${finding.file}:${finding.line}:${finding.column} ${finding.code} ${finding.message}`}>
            <OneFinding finding={finding} onFinding={props.onFinding} />
          </li>
        ))}
      </ul>
      {shown.length > MOST_SHOWN && (
        <p className={classes.second}>{words.moreFindings(shown.length - MOST_SHOWN)}</p>
      )}
    </>
  );
}

function OneFinding(props: { readonly finding: Finding; readonly onFinding: (finding: Finding) => void }) {
  const words = usePolicyWords();
  const { finding } = props;
  const Icon = finding.severity === "error" ? IconCircleX : IconAlertTriangle;
  return (
    <div className={classes.finding} data-severity={finding.severity}>
      <Icon size={16} aria-hidden />
      <div>
        <strong>{words.findingKinds[finding.severity]}</strong>{" "}
        <button type="button" className={classes.place} onClick={() => props.onFinding(finding)}>
          {finding.file}:{finding.line}:{finding.column}
        </button>{" "}
        <CodeText>{finding.message}</CodeText>
        <p className={classes.second}>
          {finding.mend !== "" && (
            <>
              {words.mend} <CodeText>{finding.mend}</CodeText>{" "}
            </>
          )}
          <a href={findingPage(finding.code)} target="_blank" rel="noreferrer">
            {words.aboutFinding(finding.code)}
          </a>
        </p>
      </div>
    </div>
  );
}

import { PolicyText } from "../speech/policy-text.tsx";
import { useSpeech } from "../speech/speech.tsx";
import type { SeverityProposal } from "../wire.ts";
import classes from "./facts.module.css";
import { Severity } from "./severity.tsx";

type Held = SeverityProposal["because"][number];

/** Why a severity is proposed: the definitions and examples that are met, the facts, and what holds a worse one down. */
export function HeldFacts({ proposal }: { readonly proposal: SeverityProposal }) {
  const { words } = useSpeech();
  const { grounds, held } = proposal;
  const because = tellingOf(proposal.because);
  return (
    <div className={classes.because}>
      <p>{words.proposedBecause}</p>
      <ul>
        {grounds.map(({ id, text }) => (
          <li key={id}>
            <PolicyText>{text}</PolicyText>
          </li>
        ))}
      </ul>
      {because.length > 0 && (
        <>
          <p>{words.proposedFrom}</p>
          <FactList facts={because} />
        </>
      )}
      {held !== null && held.because.length > 0 && (
        <>
          <p>{words.notProposed(<Severity key="from" severity={held.from} />)}</p>
          <FactList facts={held.because} />
        </>
      )}
    </div>
  );
}

/** The kind of request stands beside the proposal anyway; it is told where nothing else tells more. */
function tellingOf(facts: readonly Held[]): readonly Held[] {
  const others = facts.filter(({ source }) => source !== "category");
  return others.length === 0 ? facts : others;
}

function FactList({ facts }: { readonly facts: readonly Held[] }) {
  const { words } = useSpeech();
  return (
    <ul>
      {facts.map(({ fact, text, holds, source }) => (
        <li key={fact}>
          <PolicyText>{text}</PolicyText>
          {holds ? "" : `: ${words.factNo}`} ({words.factSources[source]})
        </li>
      ))}
    </ul>
  );
}

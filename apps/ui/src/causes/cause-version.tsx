import { useCauseWords } from "../catalogue/use-cause-words.ts";
import { When } from "../facts/when.tsx";
import { MaskedText } from "../secrets/masked-text.tsx";
import { MarkdownText } from "../thread/markdown-text.tsx";
import type { CauseVersion as Version } from "../wire.ts";
import classes from "./causes.module.css";

export const CAUSE_PARTS = ["happened", "impact", "cause", "changed"] as const;

/** One published version, part by part, its typed times in the reader's zone. */
export function CauseVersion({ version, level = 3 }: { readonly version: Version; readonly level?: 2 | 3 }) {
  const words = useCauseWords();
  const Heading = level === 2 ? "h2" : "h3";
  const { nth, at, by, change, isErased, sections } = version;
  return (
    <div className={classes.version}>
      <p className={classes.second}>
        {words.publishedBy(nth, <When key="at" at={at} />, <bdi key="by">{by}</bdi>)}
      </p>
      {change !== null && (
        <p className={classes.change} dir="auto">
          {words.changedSince(<MaskedText key="line" text={change} />)}
        </p>
      )}
      {isErased ? (
        <p>{words.erased}</p>
      ) : (
        CAUSE_PARTS.map((part) => (
          <section key={part}>
            <Heading>{words.parts[part]}</Heading>
            <div className={classes.text}>
              <MarkdownText text={sections[part]} isTimed />
            </div>
          </section>
        ))
      )}
    </div>
  );
}

/** The newest version whole, the earlier ones folded under it. */
export function CauseVersions(props: { readonly versions: readonly Version[]; readonly level?: 2 | 3 }) {
  const words = useCauseWords();
  const [newest, ...earlier] = props.versions.toReversed();
  if (newest === undefined) return null;
  return (
    <>
      <CauseVersion version={newest} {...(props.level === undefined ? {} : { level: props.level })} />
      {earlier.length > 0 && (
        <section className={classes.earlier} aria-label={words.earlier}>
          {earlier.map((version) => (
            <details key={version.nth}>
              <summary>{words.published(version.nth, <When at={version.at} />)}</summary>
              <CauseVersion version={version} />
            </details>
          ))}
        </section>
      )}
    </>
  );
}

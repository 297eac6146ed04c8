import { Tabs } from "@mantine/core";
import { differenceOf, type Policy, type PolicyFiles } from "@troth/policy";
import { Bars, StateLine, usePolicyWords, Waiting } from "@troth/ui";
import { memo, useDeferredValue, useMemo, useState } from "react";
import type { CheckState, Good } from "../editor/use-checked.ts";
import { AccountPreview } from "./account-preview.tsx";
import { ChangesList } from "./changes-list.tsx";
import { PagePreview } from "./page-preview.tsx";
import classes from "./preview.module.css";
import { ReplayPreview } from "./replay-preview.tsx";
import { TargetsPreview } from "./targets-preview.tsx";
import { TicketsPreview } from "./tickets-preview.tsx";

const SHOWN = ["page", "targets", "account", "changes"] as const;
const ASKED = ["tickets", "replay"] as const;
type Tab = (typeof SHOWN)[number] | (typeof ASKED)[number];

type PreviewProps = {
  readonly check: CheckState;
  /** The version in force; null while it is not known, or where it is the one shown. */
  readonly before: Policy | null;
  /** Files to ask the desk about; left out where there is nothing to ask. */
  readonly asked?: PolicyFiles;
};

/** What follows from the files as they stand: kept up with the keys, one step behind where they are quick. */
export const Preview = memo(function Preview({ check, before, asked }: PreviewProps) {
  const words = usePolicyWords();
  const good = useDeferredValue(check.good);
  const [tab, setTab] = useState<Tab>("page");
  const tabs: readonly Tab[] = asked === undefined ? SHOWN : [...SHOWN, ...ASKED];
  const shown = tabs.filter((one) => one !== "changes" || before !== null);
  const scale = [...(good?.policy.severities ?? []), ...(before?.severities ?? [])];
  const isBroken = check.checked !== null && check.checked.policy === null;
  return (
    <section className={classes.preview} aria-label={words.preview} tabIndex={-1} data-pane>
      <Tabs
        value={tab}
        onChange={(value) => setTab(shown.find((one) => one === value) ?? "page")}
        keepMounted={false}
      >
        <Tabs.List>
          {shown.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {words.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map((one) => (
          <Tabs.Panel key={one} value={one} className={classes.panel} tabIndex={0}>
            {asked !== undefined && one === "tickets" && (
              <TicketsPreview files={asked} isRunnable={!isBroken} />
            )}
            {asked !== undefined && one === "replay" && (
              <ReplayPreview files={asked} isRunnable={!isBroken} scale={scale} />
            )}
            {one !== "tickets" && one !== "replay" && (
              <>
                {good !== null && asked !== undefined && (
                  <div className={classes.standing}>
                    <StateLine kind={isBroken ? "stale" : "info"}>
                      {isBroken ? words.lastGood : words.asItStands}
                    </StateLine>
                  </div>
                )}
                <Shown
                  tab={one}
                  good={good}
                  before={before}
                  isDraft={asked !== undefined}
                  isChecked={check.checked !== null}
                />
              </>
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
});

function Shown(props: {
  readonly tab: (typeof SHOWN)[number];
  readonly good: Good | null;
  readonly before: Policy | null;
  readonly isDraft: boolean;
  readonly isChecked: boolean;
}) {
  const words = usePolicyWords();
  const { tab, good, before } = props;
  if (good === null) {
    return props.isChecked ? <p>{words.noGoodYet}</p> : <Waiting skeleton={<Bars count={8} />} />;
  }
  switch (tab) {
    case "page":
      return <PagePreview html={good.page} />;
    case "targets":
      return <TargetsPreview policy={good.policy} before={before} />;
    case "account":
      return <AccountPreview policy={good.policy} before={before} isDraft={props.isDraft} />;
    case "changes":
      return before === null ? null : <Changes before={before} after={good.policy} />;
  }
}

function Changes({ before, after }: { readonly before: Policy; readonly after: Policy }) {
  const words = usePolicyWords();
  const changes = useMemo(() => differenceOf(before, after), [before, after]);
  return (
    <>
      <p className={classes.second}>{words.changesIntro(before.version)}</p>
      <ChangesList changes={changes} />
    </>
  );
}

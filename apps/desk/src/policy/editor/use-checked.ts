import type { Policy, PolicyFiles } from "@troth/policy";
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Checked } from "./check-messages.ts";
import { checkThread } from "./check-thread.ts";
import { type Checker, createChecker } from "./checker.ts";

/** A state of the folder that runs: the policy it compiles to, and its page. */
export type Good = { readonly files: PolicyFiles; readonly policy: Policy; readonly page: string };

export type CheckState = {
  /** The newest answer; its files may be older than those on the screen. */
  readonly checked: Checked | null;
  /** The newest state without errors. */
  readonly good: Good | null;
  /** The answer is for these very files. */
  readonly isCurrent: boolean;
  /** These files could not be checked in time. */
  readonly isStuck: boolean;
  /** Checks files before they are drawn: the thread works while the page does. */
  readonly ask: (files: PolicyFiles) => void;
};

/** Checks a folder after every change of it, beside the page. */
export function useChecked(files: PolicyFiles): CheckState {
  const [last, setLast] = useState<{ readonly files: PolicyFiles; readonly checked: Checked } | null>(null);
  const [good, setGood] = useState<Good | null>(null);
  const [stuck, setStuck] = useState<PolicyFiles | null>(null);
  const checker = useRef<Checker>(null);
  useLayoutEffect(() => {
    const own = createChecker({
      spawn: checkThread,
      onStuck: setStuck,
      onChecked: (asked, checked) => {
        setLast({ files: asked, checked });
        const { policy, page } = checked;
        if (policy !== null && page !== null) setGood({ files: asked, policy, page });
      },
    });
    checker.current = own;
    return () => own.stop();
  }, []);
  // Asked before the browser paints: the thread works while it does.
  useLayoutEffect(() => checker.current?.check(files), [files]);
  const ask = useCallback((newer: PolicyFiles) => checker.current?.check(newer), []);
  const isCurrent = last?.files === files;
  const isStuck = stuck === files;
  return useMemo(
    () => ({ checked: last?.checked ?? null, good, isCurrent, isStuck, ask }),
    [last, good, isCurrent, isStuck, ask],
  );
}

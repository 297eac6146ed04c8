import type { Policy, PolicyFiles } from "@troth/policy";
import { useEffect, useState } from "react";
import { checkThread } from "./editor/check-thread.ts";
import { createChecker } from "./editor/checker.ts";

/** The policy that published files compile to, worked out beside the page; null until it is. */
export function useCompiled(files: PolicyFiles | undefined): Policy | null {
  const [policy, setPolicy] = useState<Policy | null>(null);
  useEffect(() => {
    if (files === undefined) return;
    const checker = createChecker({
      spawn: checkThread,
      onStuck: () => undefined,
      onChecked: (_files, checked) => {
        setPolicy(checked.policy);
        checker.stop();
      },
    });
    checker.check(files);
    return () => checker.stop();
  }, [files]);
  return policy;
}

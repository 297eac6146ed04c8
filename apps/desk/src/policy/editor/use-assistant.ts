import type { CompletionSource } from "@codemirror/autocomplete";
import type { HoverTooltipSource } from "@codemirror/view";
import type { PolicyFiles } from "@troth/policy";
import { useEffect, useMemo, useRef } from "react";
import { type AssistAnswer, type AssistAsk, createAssistant } from "./assistant.ts";
import { explained } from "./bubbles.ts";
import { workerThread } from "./thread.ts";

const spawn = workerThread<AssistAsk, AssistAnswer>(
  () => new Worker(new URL("./assist-worker.ts", import.meta.url), { type: "module", name: "policy-assist" }),
);

/** Places after which something can be proposed without being asked for. */
const INVITES = /(?:[\p{L}\p{N}_.-]|: |- |\{ ?|@ ?|\{\{ ?|::|\[|, )$/u;

/** Proposals and explanations for one file of a folder. */
export function useAssistant(
  files: PolicyFiles,
  file: string,
): { readonly complete: CompletionSource; readonly hover: HoverTooltipSource } {
  const folder = useRef(files);
  useEffect(() => {
    folder.current = files;
  }, [files]);
  const assistant = useMemo(() => createAssistant(spawn), []);
  useEffect(() => () => assistant.stop(), [assistant]);
  return useMemo(() => {
    const placeAt = (text: string, offset: number) => ({
      files: { ...folder.current, [file]: text },
      file,
      offset,
    });
    return {
      complete: async (context) => {
        const { state, pos, explicit } = context;
        if (!explicit && !INVITES.test(state.sliceDoc(Math.max(0, pos - 3), pos))) return null;
        const found = await assistant.complete(placeAt(state.doc.toString(), pos));
        if (found === null || context.aborted || found.items.length === 0) return null;
        const options = found.items.map(({ label, detail, apply, kind }, at) => ({
          label,
          apply,
          type: kind,
          info: detail,
          boost: -at / found.items.length,
        }));
        return { from: found.from, to: found.to, options, validFor: /^[\w.-]*$/ };
      },
      hover: async (view, pos) => {
        const found = await assistant.hover(placeAt(view.state.doc.toString(), pos));
        if (found === null) return null;
        return { pos: found.from, end: found.to, above: true, create: () => ({ dom: explained(found) }) };
      },
    };
  }, [assistant, file]);
}

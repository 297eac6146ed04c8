import { expect, test } from "vitest";
import { type AssistAnswer, type AssistAsk, createAssistant } from "./assistant.ts";

const PLACE = { files: { "policy.yaml": "" }, file: "policy.yaml", offset: 0 };
const HOVER = { from: 0, to: 4, path: "plans", about: "", wanted: "a block", value: null };

function stage() {
  const asked: AssistAsk[] = [];
  const answers: ((answer: AssistAnswer) => void)[] = [];
  const breaks: (() => void)[] = [];
  const assistant = createAssistant(({ onAnswer, onBroken }) => {
    answers.push(onAnswer);
    breaks.push(onBroken);
    return { ask: (ask) => void asked.push(ask), end: () => undefined };
  });
  return { assistant, asked, answers, breaks };
}

test("each question gets its own answer, in whatever order they come", async () => {
  const { assistant, asked, answers } = stage();
  const first = assistant.complete(PLACE);
  const second = assistant.hover(PLACE);
  expect(asked.map(({ kind }) => kind)).toEqual(["complete", "hover"]);
  answers[0]?.({ id: 2, kind: "hover", hover: HOVER });
  answers[0]?.({ id: 1, kind: "complete", completions: { from: 0, to: 0, items: [] } });
  expect(await second).toEqual(HOVER);
  expect(await first).toEqual({ from: 0, to: 0, items: [] });
});

test("a thread that breaks leaves nobody waiting, and the next question gets a fresh one", async () => {
  const { assistant, answers, breaks } = stage();
  const first = assistant.complete(PLACE);
  breaks[0]?.();
  expect(await first).toBeNull();
  const second = assistant.hover(PLACE);
  answers[1]?.({ id: 2, kind: "hover", hover: HOVER });
  expect(await second).toEqual(HOVER);
});

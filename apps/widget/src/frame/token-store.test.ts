import { expect, test } from "vitest";
import { tokenStore } from "./token-store.ts";

const tokenUntil = (seconds: number) => `h.${btoa(JSON.stringify({ exp: seconds }))}.s`;

function store(answers: (string | null)[]) {
  const asked: boolean[] = [];
  const clock = { now: 0 };
  const token = tokenStore({
    now: () => clock.now,
    signedOut: () => new RangeError("signed out"),
    ask: async (isStale) => {
      asked.push(isStale);
      return answers.shift() ?? null;
    },
  });
  return { token, asked, clock };
}

test("one token serves until shortly before its end, then another is fetched in silence", async () => {
  const [first, second] = [tokenUntil(300), tokenUntil(600)];
  const { token, asked, clock } = store([first, second]);
  expect(await token(false)).toBe(first);
  clock.now = 269_000;
  expect(await token(false)).toBe(first);
  clock.now = 271_000;
  expect(await token(false)).toBe(second);
  expect(asked).toEqual([false, true]);
});

test("a refused token is replaced at once", async () => {
  const { token, asked } = store([tokenUntil(300), tokenUntil(300)]);
  await token(false);
  await token(true);
  expect(asked).toEqual([false, true]);
});

test("requests that come together ask the console once", async () => {
  const { token, asked } = store([tokenUntil(300)]);
  await Promise.all([token(false), token(false), token(false)]);
  expect(asked).toHaveLength(1);
});

test("a signed-out console is told as that, and asked again the next time", async () => {
  const fresh = tokenUntil(300);
  const { token } = store([null, fresh]);
  await expect(token(false)).rejects.toBeInstanceOf(RangeError);
  expect(await token(false)).toBe(fresh);
});

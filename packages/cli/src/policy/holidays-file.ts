import { WrongUse } from "./command.ts";

type Day = { readonly date: string; readonly name?: string };

const DAY = /^\s*-?\s*["']?(\d{4}-\d{2}-\d{2})["']?\s*(?:[:,]\s*(.*?))?\s*$/;

function fromJson(text: string): Day[] | null {
  try {
    const read: unknown = JSON.parse(text);
    if (!Array.isArray(read)) return null;
    return read.flatMap((one: unknown): Day[] => {
      if (typeof one === "string") return [{ date: one }];
      const isDay = typeof one === "object" && one !== null && "date" in one && typeof one.date === "string";
      return isDay ? [{ date: String(one.date) }] : [];
    });
  } catch {
    return null;
  }
}

/** Closed dates from a list as in `holidays/`, from plain lines of dates, or from a JSON array. */
export function readHolidays(file: string, text: string): readonly Day[] {
  const days =
    fromJson(text) ??
    text.split(/\r?\n/).flatMap((line): Day[] => {
      const [, date, name = ""] = DAY.exec(line) ?? [];
      return date === undefined ? [] : [name === "" ? { date } : { date, name }];
    });
  if (days.length === 0 && text.trim() !== "" && text.trim() !== "[]") {
    throw new WrongUse(`${file} holds no dates; write one a line, such as 2026-12-25.`);
  }
  return days;
}

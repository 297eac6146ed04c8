import type { FormField } from "../types.ts";
import { count } from "./amounts.ts";
import { choice, fields, many, may, named, need, type Read, scalar } from "./shape.ts";
import { idOf, text, yesNo } from "./words.ts";

const SIZES: Readonly<Record<string, number>> = { KB: 1_000, MB: 1_000_000, GB: 1_000_000_000 };

/** `20 MB`, in bytes; a megabyte is a million of them. */
const size = scalar(
  "a size such as `20 MB`",
  (words) => {
    const [, amount, unit = ""] = /^(\d{1,6}) ?(KB|MB|GB)$/.exec(words.trim()) ?? [];
    const bytes = SIZES[unit];
    return amount === undefined || bytes === undefined ? null : Number(amount) * bytes;
  },
  0,
);

const ending = scalar(
  "a file ending such as `png`",
  (words) => (/^[a-z0-9]{1,12}$/.test(words.trim()) ? words.trim() : null),
  "",
);

const kind = choice<FormField["kind"]>(
  new Map(
    (["text", "long-text", "choice", "files", "instant", "yes-no"] as const).map((word) => [word, word]),
  ),
  "text",
);

const field = fields(
  {
    label: need(text, "what the form calls it"),
    help: may(text, "one line below it"),
    required: may(yesNo, "whether the form wants it"),
    kind: may(kind, "`text`, `long-text`, `choice`, `files`, `instant` or `yes-no`"),
    choices: may(many(text), "what one can choose"),
    categories: may(many(idOf("category")), "the kinds of request it is asked for; all when left out"),
    severities: may(many(idOf("severity")), "the severities it is asked at; all when left out"),
    products: may(many(idOf("product")), "the products it is asked for; all when left out"),
    plans: may(many(idOf("plan")), "the plans it is asked on; all when left out"),
  },
  "label",
);

const attachments = fields({
  atMost: may(size, "the size of one file, e.g. `20 MB`"),
  files: may(count, "how many files"),
  types: may(many(ending), "file endings that are taken, e.g. `[png, har, txt]`; any when left out"),
  refused: may(many(ending), "file endings that are not taken, e.g. `[zip, docx]`"),
});

/** The request form. */
export const form = fields({
  fields: may(named(field, { defines: "field" }), "what it asks for, in order"),
  attachments: may(attachments, "which files can be sent along"),
  consent: may(text, "what the customer is asked to allow, e.g. access to data"),
  secrets: may(text, "what must never be sent, in one sentence"),
  first: may(many(text), "what is shown before anything can be sent, e.g. self-help"),
});
export type FormForm = Read<typeof form>;

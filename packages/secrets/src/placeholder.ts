const words = (all: string): ReadonlySet<string> => new Set(all.split(/\s+/));

const WORDS = words(
  `a an and api app apikey abc asdf bar baz change changed changeme client credential credentials db default demo
  dummy empty enter example fake false foo generated goes here hidden hide insert invalid it key masked me missing
  mine my mypassword new nil no none null of old omitted optional our pass passphrase passwd password passwort placeholder
  private pwd redacted removed replace required sample secret some string super supersecret test the this todo token
  true undefined unset user username value var with yes your yourpassword yours`,
);

/** What is said of a secret in its place; a value of such words has no digits. */
const STATES = words(
  `any as at authentication auth below above blank by correct disabled enabled encrypted expired field file for forgotten
  from hash hashed in incorrect int integer is list lost managed needed next not number object off ok okay on only or
  prompt rejected reset rotated same scram see set shared should store strong symbols text to too unchanged unknown
  up valid varchar vault via weak wrong plain ja nein leer fehlt falsch abgelaufen bitte siehe oben unten`,
);

/** How long one has to be: «min8chars», «at-least-12-characters». */
const SIZES =
  words(`at char chars character characters digit digits least length letters long longer max maximum min
  minimum more must or than with`);

/** An address in code or a shell: `$VAR`, `${VAR}`, `%VAR%`, `{{ var }}`, `<token>`, `[password]`, `:name`, `!vault`. */
const STANDS_FOR = /^(?:\$[A-Za-z_{(]|\$\d{1,2}$|\{|<|\[|%\w+%?$|:\w+$|@\w+@$|#\{|![a-z]+$|&lt;)/;

/** One character over and over, or a run that only keeps a place: `***`, `xxxx`, `…`. */
const FILLING = /^(?:[*xX.•·…_#?-]+|(.)\1+)$/u;

const PLAIN_WORDS = 80;

/** Whether a value only stands where a secret would be: a variable, a word such as `password`, asterisks. */
export function isPlaceholder(value: string): boolean {
  if (value.length > PLAIN_WORDS) return false;
  if (value === "" || STANDS_FOR.test(value) || FILLING.test(value)) return true;
  if (/example/i.test(value) || /x{5,}|\*{3,}|\.{3,}|…/i.test(value)) return true;
  if (/\d{3}/.test(value)) return false;
  const all = value
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  const isSize = isOfSize(all);
  const mayBeState = !/[\d\s]/.test(value);
  const isKnown = (word: string) =>
    WORDS.has(word) || (SIZES.has(word) && (isSize || mayBeState)) || (mayBeState && STATES.has(word));
  return all.length > 0 && all.every(isKnown);
}

function isOfSize(all: readonly string[]): boolean {
  return all.some((word) => /^(?:min|max|least|chars?|characters?|digits?|letters)/.test(word));
}

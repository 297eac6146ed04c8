const WORDS: ReadonlySet<string> = new Set(
  `a an and api app apikey abc asdf bar baz change changed changeme client credential credentials db default demo
  dummy empty enter example fake false foo generated goes here hidden hide insert invalid it key masked me missing
  mine my mypassword new nil no none null of old omitted optional our pass passphrase passwd password passwort placeholder
  private pwd redacted removed replace required sample secret some string super supersecret test the this todo token
  true undefined unset user username value var with yes your yourpassword yours`.split(/\s+/),
);

/** An address in code or a shell: `$VAR`, `${VAR}`, `%VAR%`, `{{ var }}`, `<token>`, `[password]`, `:name`. */
const STANDS_FOR = /^(?:\$[\w{(]|\{|<|\[|%\w+%?$|:\w+$|@\w+@$|#\{)/;

/** One character over and over, or a run that only keeps a place: `***`, `xxxx`, `…`. */
const FILLING = /^(?:[*xX.•·…_#?-]+|(.)\1+)$/u;

const PLAIN_WORDS = 80;

/** Whether a value only stands where a secret would be: a variable, a word such as `password`, asterisks. */
export function isPlaceholder(value: string): boolean {
  if (value.length > PLAIN_WORDS) return false;
  if (value === "" || STANDS_FOR.test(value) || FILLING.test(value)) return true;
  if (/example/i.test(value) || /x{5,}|\*{3,}|\.{3,}|…/i.test(value)) return true;
  const words = value
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  return !/\d{3}/.test(value) && words.length > 0 && words.every((word) => WORDS.has(word));
}

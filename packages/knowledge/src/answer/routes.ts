const OWN = String.raw`(?:my|our|mein\w*|unser\w*)`;
const THING = String.raw`(?:account|invoice|bill|payment|charge|refund|credit card|card|subscription|plan|trial|ticket|case|request|project|database|db|branch|endpoint|compute|instance|org(?:ani[sz]ation)?|team|workspace|konto|rechnung|zahlung|abo|projekt|datenbank|organisation)`;
const STATE = String.raw`(?:down|offline|unreachable|unavailable|suspended|locked|blocked|disabled|deleted|gone|missing|lost|stuck|failing|declined|rejected|overdue|charged|billed|nicht erreichbar|gesperrt|gelöscht|weg|offen)`;
const PERSON = String.raw`(?:(?:of )?${OWN} \w+|user|member|teammate|colleague|coworker|admin|person|somebody|someone)s?`;
const DID = String.raw`(?:deleted|changed|removed|created|invited|dropped|renamed|paused|moved|added|did|has|have|hat)`;

/** Questions whose answer stands in no page: what is so with somebody's own account, invoice, ticket or project. */
const OWN_AFFAIRS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:ticket|case|invoice|order|request|rechnung|fall)\s*(?:no\.?|nr\.?|number|id)?\s*#?\s*[A-Z]{0,5}-?\d{2,}`,
    "i",
  ),
  new RegExp(String.raw`\bstatus (?:of|von|des|der|meines|meiner) (?:${OWN} |the )?\w*\s*${THING}`, "i"),
  new RegExp(
    String.raw`\b(?:why|since when|when|warum|wann|seit wann) (?:is|are|was|were|has|have|did|does|ist|sind|war|wurde)\b[^.?!]{0,20}\b${OWN}\b[^.?!]{0,40}\b${STATE}\b`,
    "i",
  ),
  new RegExp(String.raw`\b(?:is|are|was|were|ist|sind) ${OWN} [^.?!]{0,30}\b${STATE}\b`, "i"),
  new RegExp(
    String.raw`\b(?:who|which|wer) (?:${PERSON} )?${DID}\b[^.?!]{0,40}\b(?:the|${OWN}|das|die|den)\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:how much|what|why|wie viel|warum) (?:was|were|am|are|did|have|do|wurde|habe)\s+(?:i|we|ich|wir)\b[^.?!]{0,30}\b(?:charged|billed|pay|paid|owe|used?|spent|spend|bezahlt|berechnet)\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:where is|where's|what is|what's|what was|check|look up|show me|read me|tell me|wo ist|was ist|zeig\w*) ${OWN} (?:\w+ )?(?:ticket|invoice|refund|bill|balance|payment|rechnung|password|secret|api key)\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:what|which|welche\w*) (?:plan|tier|version|region|abo) (?:am|are|is|bin|ist) (?:i|we|${OWN})\b`,
    "i",
  ),
  new RegExp(
    String.raw`\bwhen (?:does|do|will|is|did) ${OWN} (?:\w+ )?(?:trial|plan|subscription|card|refund|invoice)\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:refund|unlock|reactivate|restore|delete|upgrade|cancel|close) (?:${OWN} )[^.?!]{0,40}\b(?:for me|please|now|immediately|asap|bitte)\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:another|someone else's|somebody else's|coworker's|colleague's|teammate's) (?:ticket|invoice|account|project|data)`,
    "i",
  ),
];

/** Whether only a person who sees the account can answer. A rule, not a score. */
export function isOwnAffair(question: string): boolean {
  return OWN_AFFAIRS.some((pattern) => pattern.test(question));
}

/** What somebody who asks about support itself wants to know; `rules`: anything else that its page says. */
export type SupportTopic = "answer-time" | "ways-in" | "plan" | "rules";

const TEAM = String.raw`(?:support(?: team| staff| agents?| engineers?)?|help ?desk|human|a real person|an? (?:agent|person|engineer)|somebody|someone|your team|you|ihr\w*|euch|jemand\w*|menschen?)`;
const TICKET = String.raw`(?:support )?(?:tickets?|cases?|support requests?|anfragen?)`;
/** «Support» as what one gets, and not as in «does it support …». */
const SUPPORT = String.raw`(?:(?:technical|paid|customer|premium|standard|priority|enterprise|community|production|your|the|free|contact|open|get|need|from|24x7|24/7|kein\w*|euer|eure[nm]?|der|den|dem) support(?! for| of)|support[- ]?(?:plans?|tiers?|levels?|team|staff|tickets?|hours?|polic(?:y|ies)|page|channels?|agreements?|engineers?|requests?|desk|zeiten|plan|team|stufen?|richtlinien?|kanäle?|regeln)|help ?desk)`;

const TOPICS: readonly (readonly [SupportTopic, RegExp])[] = [
  [
    "answer-time",
    new RegExp(
      String.raw`\b(?:how (?:long|fast|soon|quick\w*|much time)|when|by when|wie (?:lange|schnell|bald)|(?:bis )?wann)\b[^.?!]{0,60}\b(?:${TEAM}|${TICKET})\b[^.?!]{0,40}\b(?:answers?|answered|repl(?:y|ies)|replied|respon[ds]\w*|hear|get back|look(?:ed)? at|write back|antwort\w*|meld\w*|reagier\w*)\b`,
      "i",
    ),
  ],
  [
    "answer-time",
    new RegExp(
      String.raw`\b(?:wie (?:lange|schnell|bald)|(?:bis )?wann)\b[^.?!]{0,30}\b(?:antwort\w*|meld\w*|reagier\w*)\b[^.?!]{0,20}\b(?:${TEAM}|sie)\b`,
      "i",
    ),
  ],
  [
    "answer-time",
    /\b(?:how (?:long|fast|soon)|when|wie lange|wann)\b[^.?!]{0,40}\b(?:hear back|an? (?:first )?(?:answer|reply|response)|eine antwort)\b/i,
  ],
  [
    "answer-time",
    new RegExp(
      String.raw`\b(?:response|reply|reaction|answer(?:ing)?|reaktions|antwort)[- ]?(?:times?|targets?|sla|zeit(?:en)?)\b(?=[^.?!]*\b(?:support|tickets?|sev(?:erity)?|p[1-4]|priority|plan|enterprise|team|schweregrad)\b)|\b(?:support|tickets?|sev(?:erity)? ?[1-4]|priority|schweregrad)\b[^.?!]{0,40}\b(?:response|reply|reaction|answer|reaktions|antwort)[- ]?(?:times?|targets?|sla|zeit(?:en)?)?\b|\bfirst (?:response|answer|reply)\b|\berste antwort\b|\bsla\b[^.?!]{0,20}\b(?:support|tickets?|response)\b`,
      "i",
    ),
  ],
  [
    "ways-in",
    /\b(?:support|help ?desk|jemanden?|einen? menschen?)\b[^.?!]{0,30}\b(?:erreich\w*|kontaktier\w*|anruf\w*|anschreib\w*|sprechen)\b/i,
  ],
  [
    "ways-in",
    new RegExp(
      String.raw`\b(?:contact|reach|call|phone|talk (?:to|with)|speak (?:to|with)|write to|e-?mail|mail|message|chat with|get hold of|kontaktier\w*|erreich\w*|anruf\w*|sprechen)\b[^.?!]{0,30}\b(?:support|help ?desk|human|person|agent|engineer|your team|someone|somebody|you|euch|sie|menschen)\b`,
      "i",
    ),
  ],
  [
    "ways-in",
    new RegExp(
      String.raw`\b(?:open|create|submit|file|raise|send|log|start|öffne\w*|erstell\w*|eröffne\w*|stelle\w*)\b[^.?!]{0,20}\b(?:a|an|new|support|my|ein(?:e|en)?)\b[^.?!]{0,12}\b(?:tickets?|cases?|support requests?|support case|anfrage)\b`,
      "i",
    ),
  ],
  [
    "ways-in",
    /\b(?:phone|telephone|video|live chat|chat|e-?mail|slack|discord|telefon)[- ]?(?:support|call with (?:support|an? engineer))\b/i,
  ],
  [
    "plan",
    new RegExp(
      String.raw`\b(?:which|what|does|do|is|are|has|have|welche\w*|hat|ist|bietet)\b[^.?!]{0,60}\b(?:plan|tier|free|included?|includes|enthalten|tarif)\b[^.?!]{0,40}\b${SUPPORT}|\b${SUPPORT}[^.?!]{0,40}\b(?:plan|tier|free|included?|includes|upgrade|enthalten|tarif|costs?|kostet)\b|\bsupport[- ]?(?:plan|tier|level)s?\b`,
      "i",
    ),
  ],
  [
    "rules",
    new RegExp(
      String.raw`\b${SUPPORT}|\bseverit(?:y|ies) (?:level|one|two|three|four|[1-4s]|definition|mean|of (?:a|my) ticket)|\bwhat (?:is|does|counts as) (?:a )?(?:severity|sev) ?[1-4]|\bschweregrad\w*\b|\bescalat\w+ (?:a |my |the )?(?:ticket|case)\b`,
      "i",
    ),
  ],
];

/** What of support itself a question is about, by rule and not by score; null when it is about the product. */
export function supportTopicOf(question: string): SupportTopic | null {
  return TOPICS.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}

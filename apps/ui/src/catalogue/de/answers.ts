import type { SharedWords } from "../words.ts";

/** An answer to “may I?” in German; `{}` is the policy's own English sentence, where it names what matters. */
export const answers: SharedWords["answers"] = {
  "plan-includes-channel": "Ihr Tarif enthält Support-Tickets.",
  "open-to-all": "Dieser Weg steht allen offen.",
  "category-open-to-all": "Danach kann man mit jedem Tarif fragen.",
  exception: "Das geht auf diesem Weg auch ohne bezahlten Tarif.",
  "case-by-case": "Das wird im Einzelfall entschieden. Fragen Sie im Ticket danach.",

  "no-subscription": "Ihre Organisation hat kein Abonnement, deshalb lassen sich keine Tickets eröffnen.",
  "plan-lacks-channel":
    "Tickets gehören zu einem bezahlten Tarif, und der Tarif Ihrer Organisation enthält sie nicht. Diese Wege stehen Ihnen offen:",
  "route-": "Darum kümmert sich nicht der Support. {}",
  "started-by-staff": "Diesen Weg eröffnen wir selbst, wo er hilft. Fragen Sie in einem Ticket danach.",
  "fallback-only": "Dieser Weg ist für den Fall, dass ein anderer nicht erreichbar ist. {}",

  "unknown-channel": "Dieser Weg zum Support steht nicht in den Support-Regeln. {}",
  "unknown-category": "Diese Art von Anliegen steht nicht in den Support-Regeln. Wählen Sie eine andere. {}",
  "unknown-severity":
    "Dieser Schweregrad steht nicht in den Support-Regeln. Wählen Sie einen anderen, oder überlassen Sie es uns. {}",
  "unknown-product": "Dieses Produkt steht nicht in den Support-Regeln. Wählen Sie ein anderes. {}",
  "unknown-language": "In dieser Sprache antwortet der Support nicht. {}",

  "unknown-plan":
    "Der Support kennt den Tarif Ihrer Organisation nicht. Bitte wenden Sie sich an Ihren Anbieter; an Ihnen liegt es nicht. {}",
  "unknown-tier":
    "Der Support kennt die Stufe Ihres Tarifs nicht. Bitte wenden Sie sich an Ihren Anbieter; an Ihnen liegt es nicht. {}",
  "tier-missing":
    "Zu Ihrem Tarif fehlt die Stufe. Bitte wenden Sie sich an Ihren Anbieter; an Ihnen liegt es nicht. {}",
  "unknown-add-on":
    "Ihr Tarif enthält diesen Weg nicht, und die gebuchte Zusatzleistung passt nicht zu ihm. {}",

  "subscription-lapsed":
    "Das Abonnement Ihrer Organisation ist abgelaufen. Ihre Tickets bleiben lesbar; neue gehen wieder, sobald es erneuert ist.",
  "subscription-suspended":
    "Das Abonnement Ihrer Organisation ruht. Ihre Tickets bleiben lesbar; neue gehen wieder, sobald es weiterläuft.",
  "support-ended":
    "Der Support für diese Organisation wurde beendet. Die Begründung haben Sie damals erhalten.",
  "requester-restricted":
    "Mit Ihrer Rolle lassen sich keine Tickets eröffnen. Bitten Sie einen Eigentümer oder Admin Ihrer Organisation darum.",
  "requester-unmet": "Dafür fehlt etwas, das wir nicht finden konnten. {}",
  "proof-needed": "Auf diesem Weg müssen wir wissen, wer Sie sind. {}",

  "category-limited": "Dieser Weg nimmt nur bestimmte Arten von Anliegen. {}",
  "category-not-on-plan": "Diese Art von Anliegen gehört nicht zu Ihrem Tarif. {}",
  "product-limited": "Dieser Weg ist nur für bestimmte Produkte da. {}",
  "severity-limited": "Dieser Weg ist nur für bestimmte Schweregrade da. {}",
  "severity-not-on-plan": "Dieser Schweregrad gehört nicht zu Ihrem Tarif. {}",
  "language-limited": "Auf diesem Weg antworten wir nicht in allen Sprachen. {}",
  "language-not-on-plan": "Antworten in dieser Sprache gehören nicht zu Ihrem Tarif. {}",
  "quota-used-up": "So oft, wie Ihr Tarif es vorsieht, haben Sie diesen Weg schon genutzt. {}",
  "quota-unknown":
    "Wie oft Sie diesen Weg schon genutzt haben, ist nicht bekannt; bis das geklärt ist, bleibt er zu. {}",
  "extra-fee": "Das gibt es in Ihrem Tarif gegen Aufpreis. {}",
  "not-stated": "Die Support-Regeln sagen dazu nichts; bis sie es tun, lautet die Antwort nein. {}",
};

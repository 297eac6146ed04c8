import { type NewsCatalogue, type NewsWords, quoted, type WishNews } from "./news.ts";

export const newsDe: NewsCatalogue = (news, ticket) => {
  switch (news.what) {
    case "severity":
      return {
        subject: `${ticket} hat jetzt den Schweregrad ${news.to}`,
        paragraphs: [
          `Wir behandeln ${ticket} jetzt als ${news.to} statt als ${news.from}, weil:`,
          ...quoted(news.reason),
          news.dueTo === null
            ? "Eine Antwortzeit ist dafür nicht zugesagt."
            : `Unsere Antwort ist vor ${news.dueTo} fällig${news.dueFrom === null || news.dueFrom === news.dueTo ? "" : ` statt vor ${news.dueFrom}`}.`,
          "Wenn Sie es anders sehen, widersprechen Sie im Ticket; die Uhr läuft weiter.",
        ],
      };
    case "objection":
      return {
        subject: `Ein Widerspruch wartet auf Sie: ${ticket}`,
        paragraphs: [
          `${news.by} widerspricht dem Schweregrad von ${ticket}. Sie entscheiden, mit Gründen.`,
          ...quoted(news.reason),
        ],
      };
    case "advice-asked":
      return {
        subject: `Ihre Meinung ist gefragt: ${ticket}`,
        paragraphs: [
          `${news.by} fragt, was Sie von einem Widerspruch zum Schweregrad von ${ticket} halten.`,
          ...quoted(news.reason),
        ],
      };
    case "objection-ended":
      return {
        subject:
          news.result === "changed"
            ? `Ihr Widerspruch: ${ticket} ist jetzt ${news.severity}`
            : news.result === "upheld"
              ? `Ihr Widerspruch: ${ticket} bleibt ${news.severity}`
              : `Der Widerspruch wurde zurückgenommen: ${ticket}`,
        paragraphs: [
          news.result === "changed"
            ? `${news.by} hat entschieden: Wir behandeln ${ticket} jetzt als ${news.severity}.`
            : news.result === "upheld"
              ? `${news.by} hat entschieden: ${ticket} bleibt ${news.severity}. Die Gründe:`
              : `Der Kunde hat den Widerspruch zu ${ticket} zurückgenommen.`,
          ...quoted(news.reason),
        ],
      };
    case "worse":
      return {
        subject: `Schlimmer geworden, eine Leitung wird gebraucht: ${ticket}`,
        paragraphs: [
          `${news.by} schreibt, dass ${ticket} schlimmer geworden ist, und bittet eine Leitung, es als ${news.to} anzusehen:`,
          ...quoted(news.reason),
        ],
      };
    case "word-reminded":
      if (news.isTeams) {
        return {
          subject: `Bis ${news.by} ist ein Wort versprochen, und niemand hat es übernommen: ${ticket}`,
          paragraphs: [
            `Zu ${ticket} ist dem Kunden das nächste Wort bis ${news.by} versprochen, und wer es versprochen hat, ist nicht da. Geben Sie das Ticket jemandem, oder schreiben Sie selbst.`,
          ],
        };
      }
      return {
        subject: `Bis ${news.by} ist ein Wort versprochen, und Sie halten es: ${ticket}`,
        paragraphs: [
          `Zu ${ticket} ist dem Kunden das nächste Wort bis ${news.by} versprochen, und es liegt an Ihnen, es zu halten. Es ist bald so weit.`,
        ],
      };
    case "word-missed":
      return {
        subject: `Ein versprochenes Wort ist überfällig: ${ticket}`,
        paragraphs: [
          `Zu ${ticket} war das nächste Wort bis ${news.by} versprochen. Der Kunde sieht, dass es nicht kam.`,
        ],
      };
    case "waiting":
      return {
        subject: `Wir warten auf Ihre Antwort: ${ticket}`,
        paragraphs: [
          news.items.length === 0
            ? `Wir haben Ihnen am ${news.since} geschrieben und brauchen Ihre Antwort, um mit ${ticket} weiterzukommen.`
            : `Um mit ${ticket} weiterzukommen, brauchen wir seit ${news.since} von Ihnen: ${news.items.join(", ")}.`,
          news.closesAt === null
            ? "Es bleibt offen, bis Sie antworten."
            : `Ohne Antwort schließen wir es am ${news.closesAt}; eine Antwort öffnet es wieder.`,
        ],
      };
    case "closed":
      return {
        subject: `Ohne Ihre Antwort geschlossen: ${ticket}`,
        paragraphs: [
          news.items.length === 0
            ? `Wir haben Sie am ${news.since} gefragt und nichts gehört, deshalb haben wir ${ticket} geschlossen.`
            : `Wir haben am ${news.since} um ${news.items.join(", ")} gebeten und nichts gehört, deshalb haben wir ${ticket} geschlossen.`,
          "Eine Antwort öffnet es wieder.",
        ],
      };
    case "video-granted":
      return {
        subject: `Videogespräch am ${news.startsAt}: ${ticket}`,
        paragraphs: [
          `${news.by} spricht mit Ihnen am ${news.startsAt} über ${ticket}, ${news.minutes} Minuten lang. Die Einladung für Ihren Kalender liegt bei.`,
          ...(news.room === null ? [] : [`Treffpunkt: ${news.room}`]),
        ],
      };
    case "video-declined":
      return {
        subject: `Diesmal kein Videogespräch: ${ticket}`,
        paragraphs: [
          `${news.by} hat das Videogespräch zu ${ticket} abgelehnt, weil:`,
          ...quoted(news.reason),
        ],
      };
    case "video-set":
      return {
        subject: `Videogespräch am ${news.startsAt}: ${ticket}`,
        paragraphs: [
          `${news.by} hat das Videogespräch mit ${news.customer} über ${ticket} angesetzt: ${news.startsAt}, ${news.minutes} Minuten.`,
          ...(news.room === null ? [] : [`Treffpunkt: ${news.room}`]),
        ],
      };
    case "video-asked":
      return {
        subject: `Um ein Videogespräch wird gebeten: ${ticket}`,
        paragraphs: [
          `${news.by} bittet zu ${ticket} um ein Videogespräch. Setzen Sie es an, oder lehnen Sie es mit einem Grund ab.`,
          ...quoted(news.reason),
        ],
      };
    case "video-cancelled":
      if (!news.wasGranted) {
        return {
          subject: `Um ein Videogespräch wird nicht mehr gebeten: ${ticket}`,
          paragraphs: [`${news.by} hat die Bitte um ein Videogespräch zu ${ticket} zurückgenommen.`],
        };
      }
      return {
        subject: `Das Videogespräch ist abgesagt: ${ticket}`,
        paragraphs: [`${news.by} hat das Videogespräch zu ${ticket} abgesagt.`, ...quoted(news.reason)],
      };
    case "added":
      return {
        subject: `Sie wurden zu ${ticket} hinzugefügt`,
        paragraphs: [
          `${news.by} hat Sie zu ${ticket} hinzugefügt: Sie können dort lesen und schreiben und hören von jeder Antwort.`,
        ],
      };
    case "release-out":
      return {
        subject: `Version ${news.name} ist da: ${ticket}`,
        paragraphs: [
          `Version ${news.name} ist da, mit der Behebung, auf die ${ticket} gewartet hat.`,
          "Wenn sie bei Ihnen nicht hilft, antworten Sie, und das Ticket ist wieder offen.",
          ...quoted(news.note),
        ],
      };
    case "wish":
      return wishWords(news, ticket);
    case "cause-asked":
      return {
        subject: `Nach der Ursache wird gefragt: ${ticket}`,
        paragraphs: [
          `${news.by} fragt nach der Ursache dessen, was in ${ticket} geschah. Das Ticket bleibt beendet; die Bitte steht unter Dokumente, bis eines veröffentlicht ist.`,
        ],
      };
    case "cause-declined":
      return {
        subject: `Es wird kein Dokument zur Ursache geben: ${ticket}`,
        paragraphs: [
          `${news.by} hat entschieden, die Ursache dessen, was in ${ticket} geschah, nicht aufzuschreiben, weil:`,
          ...quoted(news.reason),
          "Wenn Sie es anders sehen, schreiben Sie im Ticket.",
        ],
      };
    case "cause": {
      const of =
        news.incident === null
          ? `in ${ticket}`
          : `bei der Störung „${news.incident}“, zu der ${ticket} gehört`;
      return news.nth === 1
        ? {
            subject: `Die Ursache ist veröffentlicht: ${ticket}`,
            paragraphs: [
              `Wir haben aufgeschrieben, was geschah ${of}: die Auswirkung, die Ursache und was wir geändert haben.`,
              "Sie können es neben dem Gespräch lesen, drucken und aufbewahren. Wenn etwas fehlt, antworten Sie.",
            ],
          }
        : {
            subject: `Die Ursache, Fassung ${news.nth}: ${ticket}`,
            paragraphs: [
              `Was geschah ${of}, steht in einer neuen Fassung des Dokuments. Die früheren bleiben lesbar. Geändert ist:`,
              ...quoted(news.change),
            ],
          };
    }
    case "merged":
      return {
        subject: `${ticket} geht als Ticket ${news.into} weiter`,
        paragraphs: [
          `In ${ticket} und Ticket ${news.into} geht es um dasselbe, deshalb gehen sie zusammen als ${news.into} weiter. Die frühere Zusage von beiden gilt.`,
        ],
      };
  }
};

function wishWords({ state, title, release, reason }: WishNews, ticket: string): NewsWords {
  switch (state) {
    case "planned":
      return {
        subject: `Für Version ${release} geplant: ${title}`,
        paragraphs: [
          `„${title}“, worum es in ${ticket} geht, ist für Version ${release} geplant.`,
          "Sie hören wieder von uns, wenn es da ist oder sich der Plan ändert.",
        ],
      };
    case "out":
      return {
        subject: `Es ist da: ${title}`,
        paragraphs: [
          release === null
            ? `„${title}“, worum es in ${ticket} geht, ist da.`
            : `„${title}“, worum es in ${ticket} geht, ist mit Version ${release} da.`,
          "Wenn Sie etwas anderes gemeint haben, antworten Sie, und das Ticket ist wieder offen.",
        ],
      };
    case "declined":
      return {
        subject: `Wir haben uns dagegen entschieden: ${title}`,
        paragraphs: [
          `Wir haben uns gegen „${title}“ entschieden, worum es in ${ticket} geht.`,
          "Wenn Sie es anders brauchen, als wir gesehen haben, antworten Sie, und das Ticket ist wieder offen. Das ist unser Grund:",
          ...quoted(reason),
        ],
      };
    case "noted":
      return {
        subject: `Nicht mehr geplant: ${title}`,
        paragraphs: [
          `„${title}“, worum es in ${ticket} geht, ist für keine Version mehr geplant. Es bleibt notiert, und Sie hören von uns, wenn sich das ändert.`,
          ...quoted(reason),
        ],
      };
  }
}

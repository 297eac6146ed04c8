import type { SharedWords } from "../words.ts";

/**
 * What the desk answers, in German: by the reason where it gives one, else by the code. `{}` is the desk's own English
 * sentence, `[name]` a fact that it sends along.
 */
export const said: SharedWords["said"] = {
  "route-sales": "Darum kümmert sich der Vertrieb, nicht der Support.",
  "idempotency-key-reused":
    "Diese Anfrage wurde schon mit anderem Inhalt gesendet. Bitte senden Sie sie noch einmal neu.",
  "conversation-full": "Ein Gespräch hat höchstens [most] Fragen. Beginnen Sie ein neues.",
  "rated-already": "Das wurde schon beantwortet. Wer das Ticket geöffnet hat, kann die Antwort ändern.",
  "folder-not-allowed":
    "Dieser Ordner darf hier nicht gelesen werden. Welche es sind, steht in TROTH_SOURCE_FOLDERS bei denen, die den Desk betreiben.",
  "source-changed":
    "Jemand hat diese Quelle inzwischen geändert. Laden Sie sie neu, dann wiederholen Sie den Schritt.",
  "source-kind-stays": "Die Art einer Quelle bleibt. Fügen Sie eine andere hinzu, und nehmen Sie diese weg.",
  "source-name-taken": "Eine Quelle heißt schon „[name]“. Geben Sie dieser einen anderen Namen.",
  "source-own": "Diese Quelle gehört zum Desk selbst: Sie folgt dem, was veröffentlicht ist, und bleibt.",
  "source-paused": "Diese Quelle ruht. Lassen Sie sie erst weiterlaufen.",
  "needs-owner": "Darüber entscheiden Eigentümer und Admins Ihrer Organisation. Fragen Sie dort.",
  "needs-lead": "Darüber entscheidet eine Teamleitung oder Administration. Fragen Sie dort.",
  "not-a-member": "Sie gehören hier nicht zu dieser Organisation. Fragen Sie deren Eigentümer.",
  "file-missing":
    "Eine der Dateien ist für Sie nicht da: Sie wurde schon gesendet, zurückgenommen oder wartete länger als einen Tag. Hängen Sie sie neu an.",
  "file-empty":
    "Diese Datei ist leer: Sie hat 0 Bytes. Sehen Sie nach, ob sie gespeichert wurde, und hängen Sie sie noch einmal an.",
  "file-too-large": "Diese Datei ist zu groß. Senden Sie einen Teil davon, oder packen Sie sie.",
  "file-type-refused": "Dateien dieser Art werden hier nicht angenommen.",
  "too-many-files":
    "Das sind zu viele Dateien für eine Nachricht: [most] sind das Meiste. Senden Sie einige mit der nächsten.",
  "too-many-waiting":
    "Von Ihnen warten schon [most] Dateien, die keine Nachricht mitgenommen hat. Senden Sie einige, oder nehmen Sie sie heraus.",
  "upload-broken-off":
    "Die Übertragung brach ab, und nichts davon wurde behalten. Senden Sie die Datei noch einmal.",
  "objection-open":
    "Der Kunde widerspricht diesem Schweregrad. Wer über den Widerspruch entscheidet, beendet ihn dort mit Begründung; daneben ändert niemand den Schweregrad.",
  "objection-open-raise":
    "Der Kunde widerspricht diesem Schweregrad und sagt, dass es schlimmer wurde: Neben dem Widerspruch kann er nur steigen. Für alles andere entscheiden Sie über den Widerspruch.",
  "own-assessment":
    "Sie haben diesen Schweregrad eingestuft, deshalb entscheidet jemand anderes über den Widerspruch. Bitten Sie eine Teamleitung darum.",
  "not-the-decider":
    "Darüber entscheidet, bei wem der Widerspruch liegt, oder eine Teamleitung oder Administration. Fragen Sie dort.",
  "objected-already": "Ihr Widerspruch ist schon bei uns. Sie bekommen eine Entscheidung mit Begründung.",
  "not-assessed":
    "Den Schweregrad hat noch niemand eingestuft: Es gilt Ihre eigene Wahl. Wurde es schlimmer, sagen Sie es.",
  "lead-asked":
    "Darum ist eine Teamleitung schon gebeten. Schreiben Sie als Nachricht, was sich geändert hat; sie liest es.",
  "cause-not-asked":
    "Nach der Ursache fragt an diesem Ticket niemand mehr. Sie wurde inzwischen veröffentlicht, oder die Bitte wurde abgelehnt.",
  "cause-asked": "Nach der Ursache ist schon gefragt. Sie erfahren per Mail, wenn sie veröffentlicht ist.",
  "cause-published":
    "Die Ursache ist veröffentlicht: Sie steht an diesem Ticket. Wenn etwas fehlt, schreiben Sie.",
  "cause-not-offered": "Die Support-Regeln bieten Ihnen keine Darstellung der Ursache.",
  "document-changed":
    "Jemand hat dieses Dokument inzwischen gespeichert. Lesen Sie, was dort steht, dann speichern oder verwerfen Sie Ihres.",
  "document-there": "Dazu gibt es schon ein Dokument. Öffnen Sie es, und schreiben Sie dort.",
  "video-asked": "Um ein Videogespräch wurde zu diesem Ticket schon gebeten.",
  "no-video": "Diese Support-Regeln bieten kein Videogespräch.",
  "plan-without-video": "Videogespräche gehören nicht zu Ihrem Tarif.",
  "not-asked": "Hier hat Sie niemand um Rat gebeten. Schreiben Sie stattdessen eine interne Notiz.",
  "two-leads-asked": "Zwei sind schon um Rat gebeten. Entscheiden Sie mit dem, was sie sagen.",
  "no-objection": "Zu diesem Ticket steht kein Widerspruch mehr. Vielleicht hat ihn jemand beendet.",
  "no-lead-asked": "In diesem Ticket wartet niemand auf eine Teamleitung.",
  "no-word": "In diesem Ticket ist keine nächste Nachricht zugesagt.",
  "past-a-warning": "Vorher kommt noch eine Warnung zu diesem Ticket. Nehmen Sie eine frühere Zeit.",
  "no-consent":
    "Der Kunde hat für dieses Projekt keinen Blick in die Daten erlaubt, oder die Zeit ist um. Bitten Sie im Ticket darum.",
  "no-video-here":
    "Zu diesem Ticket steht kein Videogespräch mehr an. Vielleicht hat der Support darüber entschieden.",
  "not-yours-to-take-off":
    "Vom Ticket nehmen kann jemanden nur die Person selbst, wer es eröffnet hat, ein Eigentümer oder ein Admin.",
  "not-yours-to-restrict":
    "Wer das Ticket sieht, ändert nur, wer es eröffnet hat, ein Eigentümer oder ein Admin.",
  "no-plan-for-new":
    "Der Tarif dieser Organisation nimmt kein neues Ticket. Schreiben Sie in dem alten weiter.",
  "objection-on-both":
    "An [one] und an [other] steht ein Widerspruch gegen den Schweregrad. Entscheiden Sie zuerst über einen davon.",
  "meeting-on-both":
    "An [one] und an [other] ist ein Videogespräch erbeten oder zugesagt. Lehnen Sie zuerst eines ab, oder sagen Sie es ab.",
  "word-on-both":
    "An [one] und an [other] ist eine nächste Nachricht zugesagt. Halten Sie zuerst eine Zusage, oder nehmen Sie sie zurück.",
  "consent-on-both":
    "An [one] und an [other] ist ein Blick in die Daten erlaubt, und nur der Kunde kann das beenden. Bitten Sie dort eine Eigentümerin, einen Eigentümer oder Admin, es an einem zu tun, oder warten Sie, bis eine Erlaubnis von selbst endet.",
  "goes-on-unseen":
    "Ticket [number] geht in einem weiter, das nur wenige sehen. Bitten Sie jemanden, der beteiligt ist, Sie hinzuzufügen, oder eröffnen Sie ein eigenes.",
  "only-later-messages": "Zu einem eigenen Ticket wird nur eine spätere Nachricht des Kunden.",
  "split-already": "Diese Nachricht ist schon ein eigenes Ticket.",
  "author-left": "Wer das schrieb, gehört nicht mehr zur Organisation; die Antwort könnte niemand lesen.",
  "survivor-ended":
    "Ticket [number] ist beendet. Legen Sie mit einem zusammen, das noch offen ist, oder verknüpfen Sie die beiden.",
  "two-organisations": "Die beiden gehören zu verschiedenen Organisationen. Verknüpfen Sie sie stattdessen.",
  "own-deactivation":
    "Sich selbst können Sie nicht entfernen. Bitten Sie jemand anderen aus der Administration.",
  "account-exists": "Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich damit an.",
  "issue-confirmed-already": "Dieses Issue ist schon bestätigt. Lesen Sie das Ticket neu.",
  "ended-by-yourself": "Sie haben dieses Ticket selbst beendet, da gibt es von uns nichts zu bewerten.",
  "not-open-merged":
    "Dieses Ticket wurde zusammengelegt. Weiter geht es in dem, mit dem es zusammengelegt wurde.",
  "reason-missing":
    "Schreiben Sie zuerst die Begründung: Dem Kunden wurde ein anderer Schweregrad genannt, und er liest, warum.",
  "reason-too-short":
    "Diese Begründung erklärt dem Kunden nichts. Schreiben Sie wenigstens einen kurzen Satz.",
  "changed-meanwhile":
    "Das Ticket hat sich inzwischen geändert. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "meanwhile-somebody": "jemand",
  "meanwhile-wrote":
    "Inzwischen hat [by] eine Nachricht geschrieben. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "meanwhile-noted":
    "Inzwischen hat [by] eine Notiz geschrieben. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "meanwhile-assessed":
    "Inzwischen hat [by] den Schweregrad als [to] eingestuft. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "meanwhile-assigned":
    "Inzwischen hat [by] das Ticket an [to] übergeben. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "meanwhile-took":
    "Inzwischen hat [by] das Ticket übernommen. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "meanwhile-gave-back":
    "Inzwischen hat [by] das Ticket in die Warteschlange zurückgelegt. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "meanwhile-ended":
    "Inzwischen hat [by] das Ticket beendet. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "meanwhile-merged":
    "Inzwischen hat [by] das Ticket mit einem anderen zusammengelegt. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "meanwhile-granted":
    "Inzwischen hat [by] das Videogespräch zugesagt. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "meanwhile-objected":
    "Inzwischen hat [by] dem Schweregrad widersprochen. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "meanwhile-changed":
    "Inzwischen hat [by] das Ticket geändert. Sehen Sie sich das Ticket an, dann entscheiden Sie neu.",
  "wish-now-noted":
    "Inzwischen hat jemand anderes diesen Wunsch geändert: Er ist jetzt notiert und nicht geplant. Lesen Sie ihn noch einmal, dann entscheiden Sie.",
  "wish-now-planned":
    "Inzwischen hat jemand anderes diesen Wunsch geändert: Er ist jetzt geplant. Lesen Sie ihn noch einmal, dann entscheiden Sie.",
  "wish-now-out":
    "Inzwischen hat jemand anderes diesen Wunsch geändert: Er ist jetzt erfüllt. Lesen Sie ihn noch einmal.",
  "wish-now-declined":
    "Inzwischen hat jemand anderes diesen Wunsch geändert: Er ist jetzt abgelehnt. Lesen Sie ihn noch einmal.",
  "wish-out":
    "Dieser Wunsch ist schon erfüllt, und wer darum gebeten hat, erfährt es. Antworten Sie dem Kunden damit.",
  "wish-declined":
    "Dieser Wunsch wurde abgelehnt, und wer darum gebeten hat, erfährt den Grund. Notieren Sie einen neuen, wenn sich das geändert hat.",
  "wish-not-planned": "Dieser Wunsch ist notiert und nicht geplant: Es gibt keinen Plan zurückzunehmen.",
  "wish-release-out":
    "Die Version „[name]“ ist schon da. Sagen Sie, dass der Wunsch erfüllt ist, oder nennen Sie eine, die noch kommt.",
  "wish-planned-so": "Der Wunsch ist schon für „[name]“ geplant. Mehr ist nicht zu tun.",
  "wish-noted-already":
    "Ticket [number] ist schon als Wunsch „[title]“ notiert. Nehmen Sie es zuerst heraus.",
  "wish-left-already": "Ticket [number] ist nicht mehr als dieser Wunsch notiert. Lesen Sie es noch einmal.",
  "wish-titled-so": "Den Wunsch „[title]“ gibt es schon. Wählen Sie ihn, oder einen anderen Titel.",
  "written-meanwhile":
    "Inzwischen hat jemand anderes in diesem Ticket geschrieben. Lesen Sie das erst, dann senden, ändern oder verwerfen Sie Ihren Text.",
  "wish-changed":
    "Jemand anderes hat diesen Wunsch inzwischen geändert. Lesen Sie ihn noch einmal, dann entscheiden Sie.",
  "wish-merged": "Dieses Ticket wurde zusammengelegt. Notieren Sie das, mit dem es zusammengelegt wurde.",
  "merged-already": "Dieses Ticket wurde schon zusammengelegt.",
  "reply-merged":
    "Dieses Ticket wurde zusammengelegt. Schreiben Sie in dem, mit dem es zusammengelegt wurde.",
  "assign-merged": "Dieses Ticket wurde zusammengelegt. Weisen Sie das zu, mit dem es zusammengelegt wurde.",
  "assess-ended": "Dieses Ticket ist beendet. Sein Schweregrad bewegt keine Uhr mehr.",
  "assess-merged": "Dieses Ticket wurde zusammengelegt. Stufen Sie das ein, mit dem es zusammengelegt wurde.",
  "object-merged":
    "Dieses Ticket wurde zusammengelegt. Widersprechen Sie in dem, mit dem es zusammengelegt wurde.",
  "resolve-ended": "Dieses Ticket ist schon beendet. Eine Nachricht des Kunden öffnet es wieder.",
  "resolve-closed": "Dieses Ticket ist geschlossen. Weiter geht es nur mit einer Nachricht des Kunden.",
  "video-closed":
    "Dieses Ticket ist geschlossen. Schreiben Sie zuerst, und bitten Sie um ein Videogespräch, wo Ihre Nachricht steht.",
  "grant-video-closed":
    "Dieses Ticket ist geschlossen. Weiter geht es nur mit einer Nachricht des Kunden; wo die steht, lässt sich ein Videogespräch zusagen.",
  "worsen-closed":
    "Dieses Ticket ist geschlossen. Schreiben Sie eine Nachricht: Wo die steht, geht es weiter, und Sie können es dort sagen.",
  "use-consent-closed":
    "Dieses Ticket ist geschlossen, und damit der Anlass, die Daten des Kunden anzusehen. Weiter geht es nur mit einer Nachricht des Kunden.",
  "resolve-merged": "Dieses Ticket wurde zusammengelegt. Beenden Sie das, mit dem es zusammengelegt wurde.",
  "confirm-merged":
    "Dieses Ticket wurde zusammengelegt. Bestätigen Sie das Issue in dem, mit dem es zusammengelegt wurde.",
  "document-merged":
    "Dieses Ticket wurde zusammengelegt. Schreiben Sie über das, mit dem es zusammengelegt wurde.",
  "incident-merged":
    "Dieses Ticket wurde zusammengelegt. Verknüpfen Sie das, mit dem es zusammengelegt wurde.",
  "word-ended": "Dieses Ticket ist beendet: Es gibt keine nächste Nachricht zuzusagen.",
  "hide-ended": "Dieses Ticket ist beendet und steht in keiner Warteschlange.",
  "video-ended": "Dieses Ticket ist beendet. Schreiben Sie zuerst darin: Das öffnet es wieder.",
  "grant-video-ended":
    "Dieses Ticket ist beendet. Eine Nachricht des Kunden öffnet es wieder; dann lässt sich ein Videogespräch zusagen.",
  "worsen-ended":
    "Dieses Ticket ist beendet. Schreiben Sie darin: Das öffnet es wieder, und Sie können es dort sagen.",
  "take-back-ended": "Dieses Ticket ist schon beendet.",
  "rate-not-ended": "Dieses Ticket ist noch nicht beendet. Gefragt werden Sie, wenn es so weit ist.",
  "consent-ended": "Dieses Ticket ist beendet; niemand muss dafür Ihre Daten ansehen.",
  "use-consent-ended":
    "Dieses Ticket ist beendet, und damit der Anlass, die Daten des Kunden anzusehen. Eine Nachricht des Kunden öffnet es wieder.",
  "ask-cause-not-ended":
    "Dieses Ticket ist noch nicht beendet. Fragen Sie in einer Nachricht nach der Ursache; hier geht es am Ende.",
  "no-video-asked":
    "Um ein Videogespräch ist zu diesem Ticket nicht mehr gebeten. Vielleicht hat jemand darüber entschieden, oder der Kunde nahm die Bitte zurück.",
  "no-video-granted": "Zu diesem Ticket ist kein Videogespräch zugesagt. Vielleicht hat es jemand abgesagt.",
  "misuse-marked": "Dieses Ticket trägt den Vermerk schon. Lesen Sie es noch einmal.",
  "misuse-not-marked": "Dieses Ticket trägt keinen Vermerk. Lesen Sie es noch einmal.",
  "ticket-changed":
    "Jemand anderes hat dieses Ticket inzwischen geändert. Lesen Sie es noch einmal, dann wiederholen Sie den Schritt.",
  "incident-ended": "Diese Störung ist inzwischen behoben. Senden Sie das Ticket ohne sie.",
  "incident-over": "Diese Störung ist behoben. Ist sie zurück, melden Sie eine neue.",
  "incident-changed":
    "Jemand anderes hat diese Störung inzwischen fortgeschrieben. Lesen Sie sie noch einmal, dann veröffentlichen Sie Ihre Meldung.",
  "case-changed":
    "Jemand anderes hat an diesem Fall inzwischen gearbeitet. Lesen Sie ihn noch einmal, dann entscheiden Sie.",
  "case-decided":
    "Dieser Fall ist entschieden. Neu entschieden wird, wenn jemand um eine Überprüfung bittet.",
  "case-ends-support":
    "Der Support ist hier beendet. Nehmen Sie das mit Ihrer Begründung zurück, oder lassen Sie die Entscheidung, wie sie ist.",
  "case-ends-nothing": "Dieser Fall beendet für niemanden den Support. Lesen Sie ihn noch einmal.",
  "review-asked": "Um eine Überprüfung ist schon gebeten. Was daraus wird, erfahren Sie hier und per Mail.",
  "review-reinstated": "Der Support gilt wieder. Da gibt es nichts mehr zu überprüfen.",
  "review-nothing-decided": "Entschieden ist noch nichts. Um eine Überprüfung können Sie danach bitten.",
  "approval-withdrawn": "Diese Zusage ist schon zurückgenommen. Lesen Sie die Organisation noch einmal.",
  "organisation-changed":
    "Jemand anderes hat diese Organisation inzwischen geändert. Senden Sie es noch einmal.",
  "no-draft": "Dieses Dokument hat keinen Entwurf. Da gibt es nichts zu verwerfen.",
  "draft-changed":
    "Jemand anderes hat diesen Entwurf gespeichert, nachdem Sie ihn gelesen haben. Lesen Sie ihn noch einmal, dann behalten Sie den anderen oder speichern Ihren darüber.",
  "draft-published":
    "Dieser Entwurf ist als [version] veröffentlicht und bleibt, wie er war. Beginnen Sie mit dieser Version einen neuen.",
  "version-published":
    "Die Version [version] ist schon mit anderem Inhalt veröffentlicht, und Veröffentlichtes ändert sich nie. Geben Sie dieser eine neue Version.",
  "no-policy":
    "Hier sind noch keine Support-Regeln veröffentlicht. Veröffentlichen Sie welche mit: troth publish ORDNER.",
  "calendar-per-customer":
    "„[calendar]“ läuft in der Zeitzone des Kunden und ist deshalb für jeden anders. Die Zeiten nennt die Support-Seite.",
  "release-there": "Die Version „[name]“ gibt es schon. Öffnen Sie sie, oder wählen Sie einen anderen Namen.",
  "release-changed":
    "Jemand anderes hat diese Version inzwischen geändert. Lesen Sie sie noch einmal, dann erklären Sie sie für da.",
  "release-out-already":
    "Diese Version ist schon da, und wer darauf wartete, weiß es. Mehr ist nicht zu tun.",
  "idempotency-key-missing":
    "Der Anfrage fehlte ihr eigener Schlüssel. Bitte laden Sie die Seite neu, und senden Sie noch einmal.",
  "severity-unknown": "Diesen Schweregrad kennen die Support-Regeln nicht. Wählen Sie einen aus der Liste.",
  "ground-missing":
    "Nennen Sie mindestens eine Definition oder ein Beispiel des Schweregrads, oder einen Umstand, auf den sich das stützt.",
  "ground-unknown":
    "Diese Definition oder dieses Beispiel kennen die Support-Regeln nicht. Wählen Sie aus der Liste des Schweregrads.",
  "ground-of-another-level":
    "Dieser Grund gehört zu einem anderen Schweregrad. Wählen Sie einen Grund dieses Schweregrads, oder den anderen Schweregrad.",
  "factor-unknown": "Diesen Umstand kennen die Support-Regeln nicht. Wählen Sie aus der Liste.",
  "reason-too-long":
    "Diese Begründung ist zu lang. Kürzen Sie sie, und schreiben Sie den Rest in eine Antwort.",
  "unfit-add-on": "Diese Zusatzleistung passt nicht zum Tarif. {}",
  "unknown-region": "Diese Region steht nicht in den Support-Regeln. {}",
  "agent-unknown": "Diese Person gehört nicht zu den Agenten dieses Desks. Wählen Sie eine aus der Liste.",
  "agent-gone": "Diese Person ist nicht mehr da. Vielleicht wurde sie schon entfernt.",
  "asks-without-turn":
    "Angaben erbitten Sie nur mit einer Antwort, nach der der Kunde dran ist. Nehmen Sie die Punkte heraus, oder überlassen Sie dem Kunden den nächsten Schritt.",
  "document-subject":
    "Ein Dokument gehört zu einem Ticket oder zu einer Störung. Nennen Sie eines von beiden.",
  "email-missing": "Schreiben Sie Ihre E-Mail-Adresse: Damit melden Sie sich an.",
  "incident-unknown": "Eine Störung „[text]“ gibt es nicht. Nennen Sie die Nummer einer, die gemeldet wurde.",
  "invite-used":
    "Diese Einladung wurde schon benutzt oder ist älter als eine Stunde. Bitten Sie um eine neue.",
  "leads-only": "Um Rat gebeten werden Teamleitungen und Administration. Wählen Sie dort jemanden.",
  "link-unusable":
    "Dieser Link gilt nicht mehr. Bitten Sie um einen neuen, oder kommen Sie über Ihre Konsole.",
  "no-meeting-room":
    "Ein Anbieter für Treffen ist nicht eingerichtet (TROTH_MEETING_URL). Schreiben Sie die Adresse des Treffens selbst.",
  "no-number": "Schreiben Sie die Nummer des anderen Tickets.",
  "nobody-wrote-it":
    "Das hat kein Mensch geschrieben. Sagen Sie dem Support im Ticket, was daran nicht stimmt.",
  "nothing-to-begin-with":
    "Hier sind noch keine Support-Regeln veröffentlicht, mit denen der Entwurf beginnen könnte. Beginnen Sie mit eigenen Dateien.",
  "one-and-the-same": "Das ist ein und dasselbe Ticket. Nennen Sie ein anderes.",
  "other-site": "Das kam von einer anderen Website. Öffnen Sie die Seite hier, und tun Sie es dort.",
  "own-words":
    "Das sind Ihre eigenen Worte. Schreiben Sie eine weitere Nachricht, wenn Sie etwas richtigstellen wollen.",
  "person-erased": "Diese Person wurde gelöscht und kann nicht mehr schreiben.",
  "place-without-project": "Zu einem Branch oder Endpunkt gehört sein Projekt. Nennen Sie auch das Projekt.",
  "room-not-https": "Die Adresse des Treffens beginnt mit https://.",
  "ask-after-window":
    "Die Zeit, dieses Ticket wieder zu öffnen, ist um; deshalb lässt sich hier nichts mehr anfordern. Schreiben Sie ohne Liste; eine Nachricht des Kunden öffnet ein neues Ticket.",
  "business-impact-missing":
    "[severity] fragt danach, was es Ihr Geschäft gerade kostet. Schreiben Sie einen Satz, oder sagen Sie, dass Sie es noch nicht wissen.",
  "severity-lower": "Das ist ein niedrigerer Schweregrad als jetzt. Wählen Sie denselben oder einen höheren.",
  "that-one-is-restricted":
    "Ticket [number] sehen nur wenige, und wer dieses liest, erführe davon. Legen Sie die beiden stattdessen zusammen.",
  "that-one-is-merged":
    "Ticket [number] wurde zusammengelegt. Schreiben Sie die Nummer dessen, in dem es weitergeht.",
  "ticket-not-theirs": "Dieser Kunde hat kein Ticket [number]. Suchen Sie die Nummer unter seinen Tickets.",
  "time-past": "Diese Zeit liegt in der Vergangenheit. Wählen Sie eine spätere.",
  "too-many-drafts": "Es gibt schon [most] Entwürfe. Löschen Sie einen, dann versuchen Sie es noch einmal.",
  "too-many-tries":
    "Von Ihrem Anschluss kamen zu viele falsche Versuche. Warten Sie fünfzehn Minuten, dann versuchen Sie es noch einmal.",
  "word-too-far": "Das ist mehr als ein Jahr hin. Sagen Sie eine nähere Nachricht zu.",
  "wrong-password":
    "Adresse und Passwort gehören nicht zusammen. Prüfen Sie beides, und versuchen Sie es noch einmal.",
  "zone-unknown": "„[zone]“ ist keine Zeitzone. Schreiben Sie eine wie Europe/Berlin.",
  "agent-has-no-support":
    "Bei Agenten gibt es keinen Support zu beenden. Wählen Sie ein Wort oder eine Verwarnung, und handeln Sie dort, wo Sie sie beschäftigen.",
  "scope-missing": "Sagen Sie, ob der Support für die Person endet oder für die Organisation.",
  "scope-needless": "Nur das Ende des Supports gilt für jemanden Bestimmtes. Lassen Sie das weg.",
  "words-missing": "Schreiben Sie die Begründung, die die betroffene Person liest.",
  "answer-missing": "Schreiben Sie, was liest, wer es gemeldet hat.",
  "part-missing-happened": "Schreiben Sie, was geschehen ist.",
  "part-missing-impact": "Schreiben Sie, was das für wen bedeutete.",
  "part-missing-cause": "Schreiben Sie, was die Ursache war, oder dass sie noch nicht bekannt ist.",
  "part-missing-changed":
    "Schreiben Sie, was Sie geändert haben, damit es nicht wiederkommt, oder dass nichts geändert wurde.",
  "change-missing": "Schreiben Sie in einer Zeile, was sich gegenüber der vorigen Fassung geändert hat.",
  "change-needless": "Die erste Fassung ändert nichts. Lassen Sie die Zeile weg.",
  "not-on-status-page":
    "Ein Ticket gehört allein seinem Kunden. Auf die Statusseite kann nur das Dokument einer Störung.",
  "draft-empty": "Schreiben Sie wenigstens ein Wort, dann speichern Sie.",
  "incident-untitled": "Sagen Sie in wenigen Worten, was nicht geht.",
  "incident-begins-open": "Eine Störung beginnt offen. Melden Sie sie zuerst, dann beenden Sie sie.",
  "update-empty": "Sagen Sie, was jetzt bekannt ist: Ein Satz genügt.",
  "update-after-end": "Nach dem Ende wird keine weitere Meldung zugesagt. Lassen Sie die Zeit weg.",
  "next-update-past": "Die nächste Meldung wird für später zugesagt. Nennen Sie eine Zeit, die noch kommt.",
  "release-unnamed": "Nennen Sie die Version, etwa 2026-12.1.",
  "release-name-too-long": "Der Name einer Version hat höchstens [most] Zeichen. Kürzen Sie ihn.",
  "one-line": "Das ist eine einzige Zeile: Nehmen Sie Zeilenumbrüche und Steuerzeichen heraus.",
  "fact-not-asked": "Nach dieser Tatsache wird hier nicht gefragt. Lassen Sie sie weg.",
  "fact-answer-unknown": "„[asked]“ beantworten Sie mit einer der Antworten, die zur Wahl stehen.",
  "approval-lifts-nothing": "Keinen Ausschluss dieser Support-Regeln hebt eine Zusage auf.",
  "approval-lifts-another": "Diesen Ausschluss hebt eine Zusage nicht auf. Wählen Sie einen aus der Liste.",
  "approval-covers-nothing": "Sagen Sie, was zugesagt ist.",
  "approval-undocumented": "Nennen Sie das Schriftstück, in dem es steht.",
  "day-past": "Dieser Tag ist vorbei. Wählen Sie einen späteren, oder keinen.",
  "no-issue-asked": "Diese Support-Regeln sagen nicht, was ein Issue ist; so lässt sich keines bestätigen.",
  "issue-unanswered": "„[ask]“ ist nicht beantwortet. Ein Issue wird mit jeder der Antworten bestätigt.",
  "issue-answer-too-long": "„[ask]“ ist zu lang: Höchstens [most] Zeichen passen hinein.",
  "issue-not-asked": "„[ask]“ fragt hier niemand. Lassen Sie es weg.",
  "category-unknown":
    "Diese Art von Anliegen kennen die Support-Regeln nicht. Wählen Sie eine aus der Liste.",
  "product-unknown":
    "Dieses Produkt kennen die Support-Regeln nicht. Wählen Sie ein anderes, oder lassen Sie es weg.",
  "impact-missing":
    "Bei „[severity]“ fragen wir, was es Ihr Geschäft jetzt kostet. Schreiben Sie einen Satz, oder sagen Sie, dass Sie es noch nicht wissen.",
  "confirm-first": "Bitte bestätigen Sie: [texts].",
  "not-ours-to-take-back": "Ein Ticket nimmt nur der Kunde zurück. Wählen Sie ein anderes Ergebnis.",
  "outcome-unknown": "Dieses Ergebnis kennen die Support-Regeln nicht. Wählen Sie eines aus der Liste.",
  "detail-missing": "Zu „[outcome]“ gehört eine Angabe. Schreiben Sie sie.",
  "exclusion-unknown": "Diesen Ausschluss kennen die Support-Regeln nicht. Wählen Sie einen aus der Liste.",
  "exclusion-unnamed":
    "Dieser Ausschluss braucht eine Angabe: Der Kunde liest sie. Schreiben Sie, worum es geht.",
  "policy-approves":
    "Die Support-Regeln lassen [named] zu, dieser Ausschluss gilt also nicht. Wählen Sie ein anderes Ergebnis.",
  "approved-in-writing":
    "„[covers]“ wurde schriftlich zugesagt ([document]), dieser Ausschluss gilt also nicht. Wählen Sie ein anderes Ergebnis, oder nennen Sie, worum es sonst geht.",
  "choice-missing": "„[label]“ ist hier gefragt. Wählen Sie etwas aus.",
  "answer-asked": "„[label]“ ist hier gefragt. Schreiben Sie ein paar Worte.",
  "answer-is-a-file": "„[label]“ beantworten Sie mit Dateien. Laden Sie sie hoch.",
  "answer-among": "„[label]“ ist eines von diesen: [choices].",
  "answer-yes-or-no": "„[label]“ beantworten Sie mit Ja oder Nein.",
  "answer-is-a-time": "„[label]“ ist ein Tag mit Uhrzeit, etwa 2026-03-02T09:30:00Z.",
  "not-asked-here": "Danach fragt das Formular hier nicht: „[field]“. Lassen Sie es weg.",
  "file-asked": "„[label]“ ist hier gefragt. Hängen Sie wenigstens eine Datei an.",
  "files-not-asked":
    "Nach Dateien für „[field]“ fragt das Formular hier nicht. Senden Sie sie als Anhang mit.",
  "nothing-masked": "In dieser Nachricht ist nichts maskiert: Sie haben alles gelesen.",
  "look-unexplained": "Schreiben Sie, warum Sie es sehen müssen. Der Kunde liest den Grund.",
  "wish-untitled": "Sagen Sie in wenigen Worten, was gewünscht wird.",
  "wish-title-too-long": "Der Titel eines Wunsches hat höchstens [most] Zeichen. Kürzen Sie ihn.",
  "wish-textless": "Schreiben Sie den Satz, den Kunden lesen: was der Wunsch ist.",
  "decline-unexplained": "Schreiben Sie die Begründung. Wer darum gebeten hat, liest sie.",
  invalid: "Eine Angabe fehlt oder passt nicht.",
  unauthenticated: "Ihre Anmeldung gilt nicht mehr. Melden Sie sich wieder an; Ihr Text bleibt erhalten.",
  forbidden: "Ihre Rolle erlaubt das nicht. Fragen Sie einen Admin.",
  missing:
    "Das haben wir für Sie nicht gefunden. Hat eine Kollegin oder ein Kollege es angelegt, bitten Sie darum, hinzugefügt zu werden.",
  conflict: "Das hat sich inzwischen geändert. Laden Sie es neu und wiederholen Sie den Schritt.",
  limit: "Das waren zu viele Versuche. Warten Sie ein paar Minuten und versuchen Sie es dann noch einmal.",
  internal:
    "Das ist unser Fehler, nicht Ihrer. Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie uns die Anfragenummer.",
};

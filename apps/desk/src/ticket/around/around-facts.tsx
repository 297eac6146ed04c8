import { Button } from "@mantine/core";
import { useDeskActWords, useSpeech, When } from "@troth/ui";
import type { ReactNode } from "react";
import { Failed } from "../../frame/failed.tsx";
import { KeyHint } from "../../keys/key-hint.tsx";
import { type KeyAct, shortcutOf } from "../../keys/keys.ts";
import { useKeyBoard } from "../../keys/use-keys.tsx";
import type { DeskTicket } from "../../wire.ts";
import { Fact, Second } from "../fact.tsx";
import classes from "../ticket.module.css";
import type { ActName } from "../ticket-facts.ts";
import { useTicketZones } from "../use-ticket.ts";
import { useWhyOff } from "../use-why-off.ts";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type FactProps = { readonly ticket: DeskTicket };

/** A button of the facts that does what the key does; off, it says why under it. */
export function FactAct(props: {
  readonly ticket: DeskTicket;
  readonly act: ActName & KeyAct;
  readonly children: ReactNode;
}) {
  const { press } = useKeyBoard();
  const off = useWhyOff(props.ticket)(props.act);
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        disabled={off !== null}
        aria-keyshortcuts={shortcutOf(props.act)}
        onClick={() => press(props.act)}
      >
        {props.children}
        <KeyHint act={props.act} />
      </Button>
      {off !== null && <Second>{off}</Second>}
    </>
  );
}

/** An agent's own word: when the customer hears again, or that nothing is promised. */
export function WordFact({ ticket }: FactProps) {
  const words = useDeskActWords();
  const others = useTicketZones(ticket);
  const { word } = ticket.proceedings;
  const back = useAct({
    ticket: ticket.number,
    post: (_: void, key) => send.noWord(ticket.number, key),
    said: words.wordBack,
  });
  return (
    <Fact name={words.nextWord}>
      {word === null ? (
        words.noWord
      ) : (
        <>
          {words.wordStands(<When at={word.by} isDue others={others} />, word.agent)}
          {word.text !== null && <Second>{words.about(word.text)}</Second>}
        </>
      )}
      <div className={classes.factActs}>
        <FactAct ticket={ticket} act="word">
          {word === null ? words.promiseWord : words.promiseOther}
        </FactAct>
        {word !== null && (
          <Button variant="default" size="compact-sm" disabled={back.isPending} onClick={() => back.mutate()}>
            {words.takeWordBack}
          </Button>
        )}
      </div>
      {back.error !== null && <Failed error={back.error} />}
    </Fact>
  );
}

/** What we wait for from the customer; nothing when we do not. */
export function WaitFact({ ticket }: FactProps) {
  const words = useDeskActWords();
  const { wait } = ticket.proceedings;
  if (wait === null) return null;
  return (
    <Fact name={words.waiting}>
      {wait.items.length === 0 ? (
        words.waitAnswer
      ) : (
        <ul className={classes.items}>
          {wait.items.map((item) => (
            <li key={item} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      )}
      <Second>{words.waitSince(<When at={wait.since} />)}</Second>
      <Second>
        {words.waitReminded(wait.reminders)}
        {wait.nextReminderAt !== null && words.waitNext(<When at={wait.nextReminderAt} />)}
      </Second>
      <Second>
        {wait.closesAt === null ? words.waitNeverCloses : words.waitCloses(<When at={wait.closesAt} isDue />)}
      </Second>
    </Fact>
  );
}

/** Until when the queue leaves it out. */
export function HiddenFact({ ticket }: FactProps) {
  const words = useDeskActWords();
  const { hiddenUntil } = ticket.proceedings;
  const show = useAct({
    ticket: ticket.number,
    post: (_: void, key) => send.hide(ticket.number, null, key),
    said: words.shown,
  });
  return (
    <Fact name={words.inQueue}>
      {hiddenUntil === null ? words.notHidden : words.hiddenUntil(<When at={hiddenUntil} />)}
      <div className={classes.factActs}>
        {hiddenUntil === null ? (
          <FactAct ticket={ticket} act="hide">
            {words.hideIt}
          </FactAct>
        ) : (
          <Button variant="default" size="compact-sm" disabled={show.isPending} onClick={() => show.mutate()}>
            {words.showNow}
          </Button>
        )}
      </div>
      {show.error !== null && <Failed error={show.error} />}
    </Fact>
  );
}

/** What the customer said in the one question after the outcome. */
export function RatingFact({ ticket }: FactProps) {
  const words = useDeskActWords();
  const { tag } = useSpeech();
  const { rating } = ticket.proceedings;
  if (rating === null) return null;
  const remark = ticket.timeline.findLast(({ kind }) => kind === "ticket.rated")?.reason;
  return (
    <Fact name={words.rating}>
      <span lang={tag}>{rating.isGood ? words.ratedGood : words.ratedBad}</span>
      {remark != null && <Second>{remark}</Second>}
    </Fact>
  );
}

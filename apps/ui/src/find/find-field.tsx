import { IconChevronDown, IconChevronUp, IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { useTextWords } from "../catalogue/use-text-words.ts";
import classes from "./find.module.css";
import { MOST_MATCHES } from "./ranges.ts";
import type { Finder } from "./use-finder.ts";

/** A field with the count of matches and the way to the next and the one before: Enter and Shift Enter do it, too. */
export function FindField({ finder, label }: { readonly finder: Finder; readonly label: string }) {
  const words = useTextWords();
  const countId = useId();
  const { count, at } = finder;
  const isAsked = finder.shown.trim() !== "";
  const hasMore = count === MOST_MATCHES;
  return (
    <div className={classes.find} role="search" aria-label={label} data-no-find>
      <span className={classes.box}>
        <IconSearch size={16} aria-hidden />
        <input
          type="search"
          className={classes.field}
          placeholder={label}
          aria-label={label}
          aria-describedby={isAsked ? countId : undefined}
          value={finder.words}
          onChange={(event) => finder.change(event.currentTarget.value)}
          onKeyDown={(event) => onFindKey(event, finder)}
        />
      </span>
      {isAsked && (
        <span className={classes.steps}>
          <span id={countId} className={classes.count}>
            {count === 0
              ? words.find.none
              : hasMore
                ? words.find.atOfMore(at, count)
                : words.find.at(at, count)}
          </span>
          {count > 0 && (
            <>
              <StepButton name={words.find.previous} onPress={() => finder.step(-1)}>
                <IconChevronUp size={16} aria-hidden />
              </StepButton>
              <StepButton name={words.find.next} onPress={() => finder.step(1)}>
                <IconChevronDown size={16} aria-hidden />
              </StepButton>
            </>
          )}
        </span>
      )}
    </div>
  );
}

function StepButton(props: {
  readonly name: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className={classes.step} aria-label={props.name} onClick={props.onPress}>
      {props.children}
    </button>
  );
}

/** Enter goes on, Shift Enter back; Esc empties the field before it means anything else. */
function onFindKey(event: KeyboardEvent, finder: Finder): void {
  const isStep = event.key === "Enter";
  if (!isStep && (event.key !== "Escape" || finder.words === "")) return;
  event.preventDefault();
  event.stopPropagation();
  if (isStep) finder.step(event.shiftKey ? -1 : 1);
  else finder.change("");
}

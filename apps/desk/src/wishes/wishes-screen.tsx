import { Radio, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bars, ProblemNote, useDeskWords, useWishWords, Waiting, When } from "@troth/ui";
import { useDeferredValue, useEffect, useState } from "react";
import classes from "../incidents/incidents.module.css";
import { read } from "../queries.ts";
import type { DeskWish, WishState } from "../wire.ts";

const STATES = ["noted", "planned", "out", "declined"] as const;

/** What customers ask for, by how many ask; found by state and by the words of its title. */
export function WishesScreen() {
  const words = useWishWords();
  const desk = useDeskWords();
  const [state, setState] = useState<WishState | null>(null);
  const [find, setFind] = useState("");
  const looked = useDeferredValue(find.trim());
  const list = useQuery({ ...read.wishes(state, looked), placeholderData: keepPreviousData });
  useEffect(() => {
    document.title = `${words.wishes} · ${desk.appName}`;
  }, [words, desk]);
  const isWhole = state === null && looked === "";
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <h1>{words.wishes}</h1>
      <p className={classes.second}>{words.intro}</p>
      <div className={classes.pair}>
        <TextInput
          type="search"
          label={words.find}
          value={find}
          maxLength={120}
          dir="auto"
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <Radio.Group
          label={words.state}
          value={state ?? "all"}
          onChange={(value) => setState(STATES.find((one) => one === value) ?? null)}
        >
          <div className={classes.choices}>
            <Radio value="all" label={words.all} />
            {STATES.map((one) => (
              <Radio key={one} value={one} label={words.states[one]} />
            ))}
          </div>
        </Radio.Group>
      </div>
      {list.error !== null && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <Waiting skeleton={<Bars count={6} />} />}
      {list.data !== undefined && (
        <section className={classes.part} aria-label={words.wishes}>
          {list.data.wishes.length === 0 && (
            <p className={classes.second}>{isWhole ? words.none : words.noneFound}</p>
          )}
          <ul className={classes.list}>
            {list.data.wishes.map((wish) => (
              <li key={wish.id} className={classes.row}>
                <Link to="/wishes/$wish" params={{ wish: wish.id }} dir="auto">
                  {wish.title}
                </Link>
                <WishFacts wish={wish} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

/** How a wish stands, since when, and who asks for it. */
export function WishFacts({ wish }: { readonly wish: DeskWish }) {
  const words = useWishWords();
  const { state, release, changedAt, asking } = wish;
  const name = release && <bdi key="release">{release.name}</bdi>;
  return (
    <>
      <span>{words.asked(asking.organisations, asking.tickets)}</span>
      <span>
        {state === "planned" && words.plannedFor(name)}
        {state === "out" && name !== null && words.outWithShort(name)}
        {state !== "planned" && (state !== "out" || name === null) && words.states[state]}
      </span>
      <span className={classes.second}>{words.since(<When key="since" at={changedAt} />)}</span>
    </>
  );
}

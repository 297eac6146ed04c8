import { Button, NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { PolicyFiles } from "@troth/policy";
import { unwrap } from "@troth/sdk";
import { ProblemNote, StateLine, usePolicyWords } from "@troth/ui";
import { type FormEvent, useState } from "react";
import { troth } from "../../client.ts";
import { SubmitButton } from "../../frame/submit-button.tsx";
import classes from "./preview.module.css";
import type { Scale } from "./ranked-severity.tsx";
import { ReplayFigures } from "./replay-figures.tsx";
import { ReplayList } from "./replay-list.tsx";

const DAYS = [7, 30, 90, 180, 366] as const;

/** What was asked, kept while the files go on changing. */
type Asked = { readonly files: PolicyFiles; readonly days: number; readonly key: string };

/** What past tickets would have had, had the draft been the policy then. */
export function ReplayPreview(props: {
  readonly files: PolicyFiles;
  readonly isRunnable: boolean;
  readonly scale: Scale;
}) {
  const words = usePolicyWords();
  const { files, isRunnable, scale } = props;
  const [days, setDays] = useState<number>(90);
  const [asked, setAsked] = useState<Asked | null>(null);
  const replay = useReplay(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRunnable && !replay.isFetching) setAsked({ files, days, key: crypto.randomUUID() });
  };
  const [first] = replay.data?.pages ?? [];
  return (
    <>
      <p className={classes.second}>{words.replayIntro}</p>
      <form className={classes.acts} onSubmit={submit}>
        <NativeSelect
          label={words.replayDays}
          value={String(days)}
          data={DAYS.map((value) => ({ value: String(value), label: words.replayDaysOf(value) }))}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        />
        <SubmitButton isPending={replay.isFetching} pendingLabel={words.replaying} disabled={!isRunnable}>
          {words.replayNow}
        </SubmitButton>
        {!isRunnable && <span className={classes.second}>{words.publishOffErrors}</span>}
      </form>
      {replay.isFetching && first === undefined && <p role="status">{words.replayStill}</p>}
      {replay.error !== null && <ProblemNote error={replay.error} onRetry={() => void replay.refetch()} />}
      {first !== undefined && asked !== null && (
        <>
          {asked.files !== files && <StateLine kind="stale">{words.changedSince}</StateLine>}
          {!first.isRunnable && <p>{words.notRunnable}</p>}
          <ReplayFigures replay={first} scale={scale} />
          <ReplayList tickets={(replay.data?.pages ?? []).flatMap(({ tickets }) => tickets)} />
          {replay.hasNextPage && (
            <p>
              <Button variant="default" onClick={() => !replay.isFetching && void replay.fetchNextPage()}>
                {words.moreTickets}
              </Button>
            </p>
          )}
        </>
      )}
    </>
  );
}

function useReplay(asked: Asked | null) {
  return useInfiniteQuery({
    queryKey: ["policy-replay", asked?.key],
    enabled: asked !== null,
    gcTime: 0,
    retry: false,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      unwrap(
        troth.api.POST("/v1/policies/replay", {
          body: {
            files: asked?.files ?? {},
            days: asked?.days ?? 1,
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
}

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { Dialog, useDeskActWords, useSpeech, When } from "@troth/ui";
import { useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { refetchAfter } from "../live/live.tsx";
import { ActForm } from "../ticket/around/act-form.tsx";
import { instantOf, tomorrowAt } from "../ticket/around/moment.ts";
import { MomentField } from "../ticket/around/moment-field.tsx";
import type { AgentMe } from "../wire.ts";

type DialogProps = { readonly me: AgentMe; readonly isOpen: boolean; readonly onClose: () => void };

/** Says until when I am away, and what that gave back to the queue. */
export function AwayDialog(props: DialogProps) {
  const words = useDeskActWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={words.awayTitle}>
      {props.isOpen && <AwayForm {...props} />}
    </Dialog>
  );
}

function AwayForm({ me, onClose }: DialogProps) {
  const words = useDeskActWords();
  const { now, words: shared } = useSpeech();
  const [until, setUntil] = useState("");
  const put = usePutAway();
  const at = instantOf(until);
  if (put.data !== undefined) {
    return (
      <div role="status">
        <p>{put.variables === null ? words.backSaid : words.gaveBack(put.data.givenBack)}</p>
        <Button mt="md" onClick={onClose}>
          {shared.close}
        </Button>
      </div>
    );
  }
  return (
    <ActForm
      label={words.goAway}
      missing={at === null ? words.timeFirst : at <= now() ? words.timePast : null}
      isPending={put.isPending}
      error={put.error}
      onClose={onClose}
      onSubmit={() => at !== null && put.mutate(new Date(at).toISOString())}
    >
      {me.awayUntil !== null && (
        <p>
          {words.youAreAway(<When at={me.awayUntil} />)}{" "}
          <Button variant="default" size="compact-sm" onClick={() => put.mutate(null)}>
            {words.iAmBack}
          </Button>
        </p>
      )}
      <p>{words.awayText}</p>
      <MomentField
        label={words.awayUntil}
        theirZone={null}
        value={until}
        onChange={setUntil}
        quick={[{ label: words.tomorrowMorning, at: tomorrowAt(now(), 9) }]}
      />
    </ActForm>
  );
}

function usePutAway() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (until: string | null) =>
      unwrap(troth.api.PUT("/v1/desk/me/away", { params: { header: onceHeader() }, body: { until } })),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ["me"] }),
        client.invalidateQueries({ queryKey: ["agents"] }),
        refetchAfter(client, null),
      ]);
    },
  });
}

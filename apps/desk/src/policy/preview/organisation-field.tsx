import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { usePolicyWords } from "@troth/ui";
import { useState } from "react";
import { read } from "../../queries.ts";
import type { AccountQuestion } from "./account-answer.ts";

type Subscribed = Pick<AccountQuestion, "pricing" | "tier" | "subscription">;

/** Takes over what a customer subscribes to now. Left empty, the plan is chosen by hand. */
export function OrganisationField({ onChosen }: { readonly onChosen: (subscribed: Subscribed) => void }) {
  const words = usePolicyWords();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [asked] = useDebouncedValue(search === chosen?.name ? "" : search.trim(), 200);
  const found = useQuery({ ...read.organisations(asked), placeholderData: (before) => before });
  const list = found.data?.organisations ?? [];
  const shown = chosen === null || list.some(({ id }) => id === chosen.id) ? list : [chosen, ...list];
  return (
    <Select
      label={words.organisation}
      placeholder={words.byPlan}
      searchable
      clearable
      clearButtonProps={{ "aria-label": words.byPlan }}
      nothingFoundMessage={found.data === undefined ? words.working : words.noOrganisation}
      value={chosen?.id ?? null}
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      data={shown.map(({ id, name }) => ({ value: id, label: name }))}
      comboboxProps={{ withinPortal: false }}
      onChange={(id) => {
        const one = list.find((organisation) => organisation.id === id);
        setChosen(one ?? null);
        if (one === undefined) return;
        const { pricing, tier, state } = one.subscription;
        onChosen({ pricing, tier, subscription: state });
      }}
    />
  );
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ProblemNote, useAnnounce, useSpeech, useTicketActWords, Waiting } from "@troth/ui";
import { Act, ChoiceField, Field, type Preference, useCustomerDesk } from "@troth/ui/customer";
import { type FormEvent, useState } from "react";

/** How the reader wants to be told: which mails, in which language and time zone. */
export function PreferencesPage() {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const preference = useQuery({ queryKey: ["preference"], queryFn: desk.preference });
  return (
    <>
      <h1>{words.preferences}</h1>
      {preference.isError && (
        <ProblemNote error={preference.error} onRetry={() => void preference.refetch()} />
      )}
      {preference.isPending && <Waiting />}
      {preference.data !== undefined && <PreferenceForm kept={preference.data} />}
    </>
  );
}

const MAILS = ["all", "mine", "none"] as const;

function PreferenceForm({ kept }: { readonly kept: Preference }) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { zone } = useSpeech();
  const [chosen, setChosen] = useState(kept);
  const save = useMutation({
    mutationFn: (preference: Preference) => desk.savePreference(preference),
    onSuccess: (saved) => {
      queries.setQueryData(["preference"], saved);
      announce(words.saved);
    },
  });
  const names = { all: words.mailsAll, mine: words.mailsMine, none: words.mailsNone };
  const isSaved = save.isSuccess && chosen === save.variables;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!save.isPending) save.mutate(chosen);
  }
  return (
    <form className="preferences" onSubmit={submit}>
      <fieldset>
        <legend>{words.mails}</legend>
        {MAILS.map((mail) => (
          <label key={mail}>
            <input
              type="radio"
              name="mail"
              checked={chosen.mail === mail}
              onChange={() => setChosen({ ...chosen, mail })}
            />{" "}
            {names[mail]}
          </label>
        ))}
      </fieldset>
      <ChoiceField
        id="troth-mail-locale"
        label={words.mailLocale}
        value={chosen.locale}
        none={words.mailLocaleTicket}
        choices={[
          { id: "en", name: words.locales.en },
          { id: "de", name: words.locales.de },
        ]}
        onChange={(locale) =>
          setChosen({ ...chosen, locale: locale === "en" || locale === "de" ? locale : null })
        }
      />
      <Field id="troth-mail-zone" label={words.mailZone} hint={words.mailZoneHint(zone)}>
        <input
          id="troth-mail-zone"
          className="line"
          aria-describedby="troth-mail-zone-hint"
          list="troth-zones"
          autoComplete="off"
          value={chosen.zone ?? ""}
          onChange={({ target }) =>
            setChosen({ ...chosen, zone: target.value.trim() === "" ? null : target.value.trim() })
          }
        />
        <datalist id="troth-zones">
          {Intl.supportedValuesOf("timeZone").map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </Field>
      {save.isError && <ProblemNote error={save.error} />}
      <div className="preference-acts">
        <Act isMain type="submit" isBusy={save.isPending}>
          {save.isPending ? words.sending : words.save}
        </Act>
        {isSaved && <span>{words.saved}</span>}
      </div>
    </form>
  );
}

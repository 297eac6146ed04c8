import { useQueries, useQuery } from "@tanstack/react-query";
import {
  Plan,
  POLICY_LANG,
  PolicyText,
  ProblemNote,
  Refusal,
  Said,
  Severity,
  usePortalWords,
  useSpeech,
  Waiting,
  WithPolicyText,
} from "@troth/ui";
import {
  type ChannelAccess,
  type Me,
  type Preview,
  Promised,
  type TicketForm,
  useCustomerDesk,
} from "@troth/ui/customer";

/** What this reader's organisation has, from the same policy that decides, each with its place in the policy. */
export function EntitlementPage({ me }: { readonly me: Me }) {
  const words = usePortalWords();
  const { subscription, workspace, tickets } = me;
  return (
    <>
      <h1>{words.entitlement}</h1>
      <section className="part">
        <p className="loud">
          {words.onPlan(me.organisation.name)} <Plan plan={subscription.plan} tier={subscription.tier} />
        </p>
        <p>
          {words.subscription[subscription.state]}{" "}
          {subscription.pricingName !== null && (
            <WithPolicyText
              text={words.pricing(subscription.pricingName)}
              parts={[subscription.pricingName]}
            />
          )}
        </p>
      </section>
      <section className="part" aria-labelledby="channels">
        <h2 id="channels">{words.channels}</h2>
        <Channels channels={me.channels} />
      </section>
      <section className="part" aria-labelledby="why">
        <h2 id="why">{words.whyTickets}</h2>
        <Refusal
          message={<Said answer={tickets} />}
          clause={tickets.clause}
          next={tickets.decision === "allow" ? [] : tickets.next}
        />
      </section>
      {tickets.decision === "allow" && <Times />}
      <p>
        <a href={workspace.supportPage}>{words.readPolicy}</a>
      </p>
    </>
  );
}

function Channels({ channels }: { readonly channels: readonly ChannelAccess[] }) {
  const words = usePortalWords();
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.channel}</th>
          <th scope="col">{words.yours}</th>
        </tr>
      </thead>
      <tbody>
        {channels.map((channel) => (
          <tr key={channel.id}>
            <th scope="row">
              <PolicyText>
                {channel.href === null ? channel.name : <a href={channel.href}>{channel.name}</a>}
              </PolicyText>
              {!channel.isOfficial && <span className="second"> ({words.unofficial})</span>}
              {channel.note !== null && (
                <p className="second" lang={POLICY_LANG}>
                  {channel.note}
                </p>
              )}
            </th>
            <td>{accessWords(channel.access, words.access)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The cell of the matrix in words; a kind of access this page does not know is shown as the policy names it. */
function accessWords(access: string, words: Readonly<Record<string, string>>): string {
  return words[access] ?? access;
}

/** What would be promised now, severity by severity, each with its receipt. */
function Times() {
  const desk = useCustomerDesk();
  const words = usePortalWords();
  const form = useQuery({ queryKey: ["form"], queryFn: desk.form });
  if (form.isError) return <ProblemNote error={form.error} onRetry={() => void form.refetch()} />;
  if (!form.data) return <Waiting />;
  return (
    <section className="part" aria-labelledby="times">
      <h2 id="times">{words.times}</h2>
      <TimesOf form={form.data} />
    </section>
  );
}

function TimesOf({ form }: { readonly form: TicketForm }) {
  const desk = useCustomerDesk();
  const words = usePortalWords();
  const { words: shared } = useSpeech();
  const category = form.categories[0];
  const previews = useQueries({
    queries: form.severities.map((severity) => ({
      queryKey: ["preview", category?.id, severity.id],
      queryFn: () => desk.preview(category?.id ?? "", severity.id),
    })),
  });
  return (
    <>
      {category && (
        <p>
          <WithPolicyText text={words.timesIntro(category.name)} parts={[category.name]} />
        </p>
      )}
      <ul className="times">
        {form.severities.map((severity, at) => {
          const preview = previews[at];
          return (
            <li key={severity.id}>
              <h3>
                <Severity severity={severity} />
              </h3>
              {preview?.data && (
                <Promised promise={preview.data.promise} rows={preview.data.rows} form={form} />
              )}
              {preview?.data?.elsewhere && <Elsewhere of={preview.data.elsewhere} form={form} />}
              {preview?.isError && <p className="second">{shared.failedTitle}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The door by which the same request is promised more, and what. */
function Elsewhere(props: { readonly of: NonNullable<Preview["elsewhere"]>; readonly form: TicketForm }) {
  const words = usePortalWords();
  const { intake, promise, rows } = props.of;
  return (
    <div className="elsewhere">
      <p>{words.moreFrom(words.intakes[intake])}</p>
      <Promised promise={promise} rows={rows} form={props.form} />
    </div>
  );
}

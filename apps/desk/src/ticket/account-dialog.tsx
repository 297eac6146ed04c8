import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import {
  Bars,
  Dialog,
  POLICY_LANG,
  ProblemNote,
  useAnnounce,
  useCoverageWords,
  useDeskWords,
  Waiting,
  When,
} from "@troth/ui";
import { useId, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import { read } from "../queries.ts";
import type { DeskOrganisation } from "../wire.ts";
import classes from "./dialog.module.css";

/** What the desk knows of a customer's account: approvals in writing, and tickets marked as misuse (P054, P057). */
export function AccountDialog(props: {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const words = useCoverageWords();
  const { organisation, isOpen, onClose } = props;
  const { data, error, refetch } = useQuery({ ...read.organisation(organisation.id), enabled: isOpen });
  const role = useQuery({ ...read.me(), enabled: isOpen }).data?.role;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} width={640} title={words.accountTitle(organisation.name)}>
      {error !== null && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting skeleton={<Bars count={4} />} />}
      {data !== undefined && isOpen && (
        <Account account={data} mayApprove={role === "lead" || role === "admin"} />
      )}
    </Dialog>
  );
}

type AccountProps = { readonly account: DeskOrganisation; readonly mayApprove: boolean };

function Account({ account, mayApprove }: AccountProps) {
  const words = useCoverageWords();
  return (
    <div className={classes.form}>
      <section aria-label={words.approvals} className={classes.records}>
        <h3>{words.approvals}</h3>
        {account.approvals.length === 0 ? (
          <p>{words.noApprovals}</p>
        ) : (
          <ul className={classes.records}>
            {account.approvals.map((approval) => (
              <ApprovalRow key={approval.id} account={account} approval={approval} mayApprove={mayApprove} />
            ))}
          </ul>
        )}
        {mayApprove ? <Register account={account} /> : <p className={classes.missing}>{words.onlyLeads}</p>}
      </section>
      <section aria-label={words.misuse} className={classes.records}>
        <h3>{words.misuse}</h3>
        {account.misuses.length === 0 ? (
          <p>{words.noMisuse}</p>
        ) : (
          <ul className={classes.records}>
            {account.misuses.map(({ ticket, at, by, reason }) => (
              <li key={ticket}>
                <a href={`/desk/tickets/${ticket}`}>{ticket}</a>{" "}
                {words.misuseLine(by, <When key="at" at={at} />)}
                <p dir="auto">{reason}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function ApprovalRow({
  account,
  approval,
  mayApprove,
}: AccountProps & { readonly approval: DeskOrganisation["approvals"][number] }) {
  const words = useCoverageWords();
  const { covers, document, registeredBy, registeredAt, until, withdrawnAt, withdrawnBy } = approval;
  const withdraw = useWithdraw(account.id);
  return (
    <li>
      <p dir="auto">{words.approvalLine(covers, document)}</p>
      <p className={classes.missing}>
        {words.approvalBy(registeredBy, <When key="at" at={registeredAt} />)}
        {until !== null && <>, {words.approvalUntil(<When key="until" at={until} />)}</>}
        {withdrawnAt !== null && (
          <>, {words.approvalWithdrawn(withdrawnBy ?? "", <When key="out" at={withdrawnAt} />)}</>
        )}
        {withdrawnAt === null && !approval.isInForce && <>, {words.approvalPast}</>}
      </p>
      {withdraw.error !== null && <Failed error={withdraw.error} />}
      {mayApprove && approval.isInForce && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.withdrawName(covers)}
          onClick={() => !withdraw.isPending && withdraw.mutate(approval.id)}
        >
          {words.withdraw}
        </Button>
      )}
    </li>
  );
}

function useChanged(organisation: string, said: string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  return async () => {
    announce(said);
    await client.invalidateQueries({ queryKey: ["organisation", organisation] });
  };
}

function useWithdraw(organisation: string) {
  const words = useCoverageWords();
  const onSuccess = useChanged(organisation, words.withdrawn);
  return useMutation({
    mutationFn: (approval: string) =>
      unwrap(
        troth.api.DELETE("/v1/desk/organisations/{organisation}/approvals/{approval}", {
          params: { path: { organisation, approval }, header: onceHeader() },
        }),
      ),
    onSuccess,
  });
}

const EMPTY = { exclusion: "", covers: "", document: "", until: "" };

function Register({ account }: { readonly account: DeskOrganisation }) {
  const words = useCoverageWords();
  const desk = useDeskWords();
  const missingId = useId();
  const [approval, setApproval] = useState({ ...EMPTY, exclusion: account.liftable[0]?.id ?? "" });
  const onSuccess = useChanged(account.id, words.registered);
  const register = useMutation({
    mutationFn: () => unwrap(registration(account.id, approval)),
    onSuccess: async () => {
      setApproval({ ...EMPTY, exclusion: account.liftable[0]?.id ?? "" });
      await onSuccess();
    },
  });
  const isMissing = approval.covers.trim() === "" || approval.document.trim() === "";
  if (account.liftable.length === 0) return null;
  return (
    <form
      className={classes.form}
      aria-label={words.register}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMissing && !register.isPending) register.mutate();
      }}
    >
      <h4>{words.register}</h4>
      <NativeSelect
        label={words.lifts}
        value={approval.exclusion}
        onChange={(event) => setApproval({ ...approval, exclusion: event.currentTarget.value })}
      >
        {account.liftable.map(({ id, number, text }) => (
          <option key={id} value={id} lang={POLICY_LANG}>
            {desk.exclusionOf(number, text)}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        label={words.covers}
        maxLength={200}
        value={approval.covers}
        onChange={(event) => setApproval({ ...approval, covers: event.currentTarget.value })}
      />
      <TextInput
        label={words.document}
        maxLength={200}
        value={approval.document}
        onChange={(event) => setApproval({ ...approval, document: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.until}
        value={approval.until}
        onChange={(event) => setApproval({ ...approval, until: event.currentTarget.value })}
      />
      {register.error !== null && <Failed error={register.error} />}
      <div className={classes.acts}>
        <SubmitButton
          disabled={isMissing}
          isPending={register.isPending}
          pendingLabel={desk.saving}
          aria-describedby={isMissing ? missingId : undefined}
        >
          {words.registerIt}
        </SubmitButton>
        {isMissing && (
          <span id={missingId} className={classes.missing}>
            {words.registerFirst}
          </span>
        )}
      </div>
    </form>
  );
}

/** A day counts to its end, where the one who registers it is. */
function registration(organisation: string, { exclusion, covers, document, until }: typeof EMPTY) {
  const end = until === "" ? null : new Date(`${until}T24:00:00`).toISOString();
  return troth.api.POST("/v1/desk/organisations/{organisation}/approvals", {
    params: { path: { organisation }, header: onceHeader() },
    body: { exclusion, covers: covers.trim(), document: document.trim(), until: end },
  });
}

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import classes from "./customer.module.css";
import { useCustomerDesk } from "./customer-desk.ts";
import { handedTo, Promised } from "./expected-answer.tsx";
import type { TicketForm, TicketOpened } from "./wire.ts";

/** After sending: number, promise, receipt, where the answer arrives. The heading takes the focus. */
export function TicketSent(props: {
  readonly opened: TicketOpened;
  readonly form: TicketForm;
  readonly children: ReactNode;
}) {
  const { opened, form } = props;
  const words = useWidgetWords();
  const desk = useCustomerDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  const receipt = useQuery({
    queryKey: ["receipt", opened.number],
    queryFn: () => desk.receipt(opened.number),
    enabled: opened.promise !== null,
  });
  useEffect(() => heading.current?.focus(), []);
  const place = handedTo(opened.route, words.routes);
  return (
    <div className={classes.sent}>
      <h2 ref={heading} tabIndex={-1} className={classes.sentTitle}>
        {place === null ? words.sentTitle(opened.number) : words.sentRouted(opened.number, place)}
      </h2>
      {place === null ? (
        <Promised
          promise={opened.promise}
          rows={receipt.data?.rows ?? []}
          form={form}
          file={{ number: opened.number, read: () => desk.receiptText(opened.number) }}
        />
      ) : (
        <p>{words.handedOn(place)}</p>
      )}
      {opened.isFlagged && <p>{words.sentFlagged}</p>}
      <p>{words.sentWhere(form.me.person.email)}</p>
      <div className={classes.acts}>{props.children}</div>
    </div>
  );
}

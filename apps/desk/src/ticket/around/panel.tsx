import type { ReactNode } from "react";
import classes from "./around.module.css";

/** What waits for a decision on a ticket, above its conversation: a named region with its acts. */
export function Panel(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly acts?: ReactNode;
}) {
  return (
    <section className={classes.panel} aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.children}
      {props.acts !== undefined && <div className={classes.panelActs}>{props.acts}</div>}
    </section>
  );
}

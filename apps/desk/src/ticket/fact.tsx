import type { ReactNode } from "react";
import classes from "./ticket.module.css";

/** One fact of the right pane: its name and what is known. */
export function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** A second, quieter line of a fact. */
export function Second({ children }: { readonly children: ReactNode }) {
  return (
    <span className={classes.second} dir="auto">
      {children}
    </span>
  );
}

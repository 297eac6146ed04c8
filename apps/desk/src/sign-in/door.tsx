import type { ReactNode } from "react";
import classes from "./door.module.css";

/** The one sheet in the middle of the page that signing in and joining stand on. */
export function Door(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className={classes.door}>
      <div className={classes.sheet}>
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </main>
  );
}

import type { ReactNode } from "react";

/** The page outside: one heading, one thing to do. */
export function Door(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="door">
      <h1>{props.title}</h1>
      {props.children}
    </main>
  );
}

import { getRouteApi, Navigate } from "@tanstack/react-router";
import { useDeskWords } from "@troth/ui";
import { useEffect } from "react";
import { isView, type View } from "../wire.ts";
import { HeldBar } from "./held-bar.tsx";
import classes from "./queue.module.css";
import { QueueTable } from "./queue-table.tsx";
import { QueueTabs } from "./queue-tabs.tsx";
import { useViewName } from "./view-name.ts";

const route = getRouteApi("/frame/queue/$view");

/** The queue: what is next, and why that one. */
export function QueueScreen() {
  const { view } = route.useParams();
  if (!isView(view)) return <Navigate to="/queue/$view" params={{ view: "all" }} replace />;
  return <Queue view={view} />;
}

function Queue({ view }: { readonly view: View }) {
  const words = useDeskWords();
  const name = useViewName(view);
  useEffect(() => {
    document.title = `${name} · ${words.appName}`;
  }, [name, words]);
  return (
    <main id="main" className={classes.queue} tabIndex={-1} data-pane>
      <h1 className="troth-hidden">
        {words.queue}: {name}
      </h1>
      <QueueTabs view={view} />
      <HeldBar />
      <QueueTable key={view} view={view} />
    </main>
  );
}

import { getRouteApi, Navigate } from "@tanstack/react-router";
import { useDeskWords } from "@troth/ui";
import { useEffect } from "react";
import { isView } from "../wire.ts";
import { HeldBar } from "./held-bar.tsx";
import classes from "./queue.module.css";
import { QueueTable } from "./queue-table.tsx";
import { QueueTabs } from "./queue-tabs.tsx";

const route = getRouteApi("/frame/queue/$view");

/** The queue: what is next, and why that one. */
export function QueueScreen() {
  const words = useDeskWords();
  const { view } = route.useParams();
  useEffect(() => {
    document.title = isView(view) ? `${words.views[view]} · ${words.appName}` : words.appName;
  }, [view, words]);
  if (!isView(view)) return <Navigate to="/queue/$view" params={{ view: "all" }} replace />;
  return (
    <main id="main" className={classes.queue} tabIndex={-1} data-pane>
      <h1 className="troth-hidden">
        {words.queue}: {words.views[view]}
      </h1>
      <QueueTabs view={view} />
      <HeldBar />
      <QueueTable key={view} view={view} />
    </main>
  );
}

import type { SignedIn } from "../server/wire.ts";
import { api } from "./api.ts";

type Support = {
  readonly init: (options: {
    readonly token: (isStale: boolean) => Promise<string>;
    readonly context: () => Record<string, unknown>;
    readonly locale: string;
    readonly onUnread: (count: number) => void;
  }) => void;
  readonly open: (options?: { readonly view?: "new" | "tickets"; readonly category?: string }) => void;
};

/** The widget, once its script has run. */
function widget(): Support | undefined {
  return Reflect.get(window, "Troth");
}

let token: string | null = null;

/** Keeps one signed token until the desk says it has gone stale. */
async function supportToken(isStale: boolean): Promise<string> {
  if (isStale || token === null) token = (await api.supportToken()).token;
  return token;
}

/** Puts the support widget on the page, as any vendor would: one script tag, one call. */
export function embedSupport(session: SignedIn, onUnread: (count: number) => void): void {
  const script = document.createElement("script");
  script.src = `${session.deskUrl}/widget.js`;
  script.async = true;
  script.dataset["desk"] = session.deskUrl;
  script.addEventListener("load", () => {
    widget()?.init({
      token: supportToken,
      context: () => contextOf(session, location.href),
      locale: new URLSearchParams(location.search).get("locale") ?? navigator.language,
      onUnread,
    });
  });
  document.head.append(script);
}

/** Opens the dialog; the portal stands in while the widget cannot be loaded. */
export function openSupport(session: SignedIn, options?: { readonly view: "new" | "tickets" }): void {
  const support = widget();
  if (support) support.open(options);
  else location.assign(`${session.deskUrl}/portal/`);
}

const FAILED_WITHIN_MS = 60 * 60 * 1000;

/** What the page knows: the place one is at, and what failed there within the last hour. */
export function contextOf(session: SignedIn, href: string): Record<string, unknown> {
  const path = new URL(href).pathname;
  const project = session.projects.find((one) => path.includes(`/projects/${one.id}`));
  const branch = project?.branches.find((one) => path.includes(`/branches/${one.id}`));
  const failed = session.operations.filter(
    (one) =>
      one.status === "failed" &&
      Date.parse(one.at) > Date.now() - FAILED_WITHIN_MS &&
      (!project || one.project === project.id),
  );
  return {
    page: path,
    region: project?.region,
    project: project?.id,
    branch: branch?.id,
    endpoint: branch?.endpoints.length === 1 ? branch.endpoints[0]?.id : undefined,
    requestId: failed[0]?.requestId,
    failedOperations: failed.map(({ id, action, at, branch: target, error }) => ({
      id,
      action,
      at,
      target,
      error,
    })),
  };
}

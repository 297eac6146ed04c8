import { POLICY_LANG, usePolicyWords } from "@troth/ui";
import { type MouseEvent, useEffect, useRef } from "react";
import { PAGE_STYLE } from "./page-style.ts";
import classes from "./preview.module.css";

/**
 * The public page as it would be, in a tree of its own so that neither's style reaches the other. The HTML is what
 * the server would send: prose without markup of its own, and no script runs here any more than there (CSP).
 */
export function PagePreview({ html }: { readonly html: string }) {
  const words = usePolicyWords();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${PAGE_STYLE}</style><article lang="${POLICY_LANG}">${html}</article>`;
    for (const link of root.querySelectorAll<HTMLAnchorElement>("a[href]:not([href^='#'])")) {
      link.target = "_blank";
      link.rel = "noreferrer";
    }
  }, [html]);
  return (
    <section className={classes.page} aria-label={words.pageLabel}>
      <p className={classes.second}>{words.linksOff}</p>
      <div ref={host} onClick={stayOnScreen} />
    </section>
  );
}

/** A link to a section of the preview moves the preview; the address of the desk stays. */
function stayOnScreen(event: MouseEvent<HTMLDivElement>): void {
  const link = event.nativeEvent.composedPath().find((one) => one instanceof HTMLAnchorElement);
  const anchor = link?.getAttribute("href") ?? "";
  if (link === undefined || !anchor.startsWith("#")) return;
  event.preventDefault();
  const target = event.currentTarget.shadowRoot?.getElementById(decodeURIComponent(anchor.slice(1)));
  target?.scrollIntoView({ block: "start" });
  target?.setAttribute("tabindex", "-1");
  target?.focus({ preventScroll: true });
}

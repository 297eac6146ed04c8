import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { go, hrefOf } from "./address.ts";

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { readonly to: string };

/** A link inside the portal: an ordinary one with any key held, without a page load otherwise. */
export function Link({ to, ...rest }: Props) {
  return <a {...rest} href={hrefOf(to)} onClick={(event) => follow(event, to)} />;
}

/** Walks without a page load, unless the reader asked for another tab. */
export function follow(event: MouseEvent<HTMLElement>, to: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(to);
}

import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { go, hrefOf } from "./address.ts";

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { readonly to: string };

/** A link inside the console: an ordinary one with any key held, without a page load otherwise. */
export function Link({ to, onClick, ...rest }: Props) {
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)
      return;
    event.preventDefault();
    go(to);
  }
  return <a {...rest} href={hrefOf(to)} onClick={follow} />;
}

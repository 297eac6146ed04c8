import { Button } from "@mantine/core";
import type { ReactNode } from "react";

type Look = { readonly isMain?: boolean; readonly children: ReactNode };

const HEIGHT = 44;

/** A customer's button: 44 px high, one main one a screen. */
export function Act(
  props: Look & {
    readonly onClick?: () => void;
    readonly type?: "button" | "submit";
    readonly isBusy?: boolean;
    readonly shortcut?: string;
    /** Id of the words that say why it is off; it is on where this is left out. */
    readonly offBy?: string;
  },
) {
  return (
    <Button
      h={HEIGHT}
      variant={props.isMain ? "filled" : "default"}
      type={props.type ?? "button"}
      aria-disabled={props.isBusy || undefined}
      {...(props.offBy === undefined ? {} : { disabled: true, "aria-describedby": props.offBy })}
      {...(props.shortcut === undefined ? {} : { "aria-keyshortcuts": props.shortcut })}
      {...(props.onClick === undefined ? {} : { onClick: props.onClick })}
    >
      {props.children}
    </Button>
  );
}

/** The same as a link, for what leads elsewhere. */
export function ActLink(props: Look & { readonly href: string; readonly isElsewhere?: boolean }) {
  return (
    <Button
      h={HEIGHT}
      variant={props.isMain ? "filled" : "default"}
      component="a"
      href={props.href}
      {...(props.isElsewhere ? { target: "_blank", rel: "noreferrer" } : {})}
    >
      {props.children}
    </Button>
  );
}

import { Button, type ButtonProps } from "@mantine/core";
import type { ComponentProps } from "react";

type SubmitButtonProps = ButtonProps &
  Omit<ComponentProps<"button">, keyof ButtonProps> & {
    readonly isPending: boolean;
    /** What it says while it works; nothing turns or blinks. */
    readonly pendingLabel: string;
  };

/** The main button of a form. While it works it keeps the focus and takes no second press. */
export function SubmitButton({ isPending, pendingLabel, children, ...rest }: SubmitButtonProps) {
  return (
    <Button
      type="submit"
      {...rest}
      {...(isPending ? { "aria-disabled": true, "data-disabled": true } : {})}
      onClick={(event) => isPending && event.preventDefault()}
    >
      {isPending ? pendingLabel : children}
    </Button>
  );
}

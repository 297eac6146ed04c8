import { Button } from "@mantine/core";
import { useState } from "react";
import { useAnnounce, useSpeech } from "../speech/speech.tsx";

/** Puts text on the clipboard and says so. `name` is the spoken name where the label alone is too short. */
export function CopyButton(props: {
  readonly text: () => string;
  readonly label: string;
  readonly name?: string;
  readonly size?: string;
}) {
  const { words } = useSpeech();
  const announce = useAnnounce();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(props.text());
    setCopied(true);
    announce(words.copied);
  };
  return (
    <Button
      variant="default"
      size={props.size ?? "compact-sm"}
      {...(props.name === undefined || isCopied ? {} : { "aria-label": props.name })}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      {isCopied ? words.copied : props.label}
    </Button>
  );
}

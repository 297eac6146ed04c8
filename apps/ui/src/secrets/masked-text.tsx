import { IconEyeOff } from "@tabler/icons-react";
import { piecesOf } from "@troth/secrets";
import { useTextWords } from "../catalogue/use-text-words.ts";
import { secretName } from "./secret-name.ts";
import classes from "./secrets.module.css";

/** Text as it came from the desk; each mask in it as a chip that says what it stands for. */
export function MaskedText({ text }: { readonly text: string }) {
  const words = useTextWords();
  return piecesOf(text).map((piece, at) =>
    piece.mask ? (
      <span key={at} className={classes.chip}>
        <IconEyeOff size={14} aria-hidden /> {words.secrets.masked(secretName(piece, words))}
      </span>
    ) : (
      piece.text
    ),
  );
}

import { piecesOf } from "@troth/secrets";
import { useTextWords } from "../catalogue/use-text-words.ts";
import { secretName } from "./secret-name.ts";

/** Makes a line as it came from the desk readable where only text can stand: its masks in the reader's language. */
export function useReadable(): (text: string) => string {
  const words = useTextWords();
  return (text) =>
    piecesOf(text)
      .map((piece) => (piece.mask ? `[${words.secrets.masked(secretName(piece, words))}]` : piece.text))
      .join("");
}

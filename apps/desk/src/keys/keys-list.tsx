import { Switch } from "@mantine/core";
import { Dialog, useDeskWords } from "@troth/ui";
import { useKeyWords } from "./key-hint.tsx";
import classes from "./keys.module.css";
import { KEYS, type KeyAct } from "./keys.ts";
import { useKeyBoard } from "./use-keys.tsx";

/** All keys in one list, with the switch that turns the letters off. */
export function KeysList(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = useDeskWords();
  const { areLettersOn, setLettersOn } = useKeyBoard();
  const keyWords = useKeyWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} width={560} title={words.keysTitle}>
      <p className={classes.text}>{words.keysText}</p>
      <dl className={classes.list}>
        {acts().map((act) => (
          <div key={act}>
            <dt>
              <kbd>{keyWords(act)}</kbd>
            </dt>
            <dd>{words.keyActs[act]}</dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="md"
        label={words.keysOn}
        checked={areLettersOn}
        onChange={(event) => setLettersOn(event.currentTarget.checked)}
      />
    </Dialog>
  );
}

function acts(): readonly KeyAct[] {
  return Object.keys(KEYS).filter((key): key is KeyAct => Object.hasOwn(KEYS, key));
}

import { useCauseWords } from "@troth/ui";
import { CausePageView } from "@troth/ui/customer";
import { Link } from "../link.tsx";

/** A root-cause document on a page of its own, to read, print and keep. */
export function CausePage(props: { readonly number: number; readonly document: string }) {
  const words = useCauseWords();
  return (
    <>
      <p className="no-print">
        <Link to={`/tickets/${props.number}`}>{words.toTicket(props.number)}</Link>
      </p>
      <CausePageView ticket={props.number} document={props.document} />
    </>
  );
}

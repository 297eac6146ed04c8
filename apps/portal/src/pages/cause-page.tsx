import { useCauseWords } from "@troth/ui";
import { CausePageView } from "@troth/ui/customer";
import { Link } from "../link.tsx";

/** A root-cause document on a page of its own, to read, print and keep. */
export function CausePage(props: { readonly number: number; readonly document: string }) {
  const words = useCauseWords();
  const { number, document } = props;
  const head = <Link to={`/tickets/${number}`}>{words.toTicket(number)}</Link>;
  return <CausePageView ticket={number} document={document} head={head} />;
}

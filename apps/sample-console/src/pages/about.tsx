import type { SignedIn } from "../../server/wire.ts";

const pages: Readonly<Record<string, readonly [title: string, text: string]>> = {
  docs: ["Docs", "A vendor's documentation would open here."],
  ask: ["Ask the docs", "A chat that answers from the documentation would open here."],
  status: ["Status", "The vendor's status page would open here."],
  community: ["Community", "The vendor's community server would open here."],
};

/** What a real vendor has and this demo has not, said plainly. */
export function About(props: { readonly what: string; readonly session: SignedIn }) {
  const [title, text] = pages[props.what] ?? ["Nothing here", "There is nothing at this address."];
  return (
    <>
      <h1>{title}</h1>
      <p>{text} Acme DB is a demo and has none.</p>
      <p>
        <a href={`${props.session.deskUrl}/support`}>The support policy</a> is real: Troth runs it.
      </p>
    </>
  );
}

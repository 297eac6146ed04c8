import { usePortalWords } from "@troth/ui";
import { Link } from "../link.tsx";

export function MissingPage({ title }: { readonly title: string }) {
  const words = usePortalWords();
  return (
    <>
      <h1>{title}</h1>
      <p>{words.pageMissing}</p>
      <p>
        <Link to="/">{words.toTickets}</Link>
      </p>
    </>
  );
}

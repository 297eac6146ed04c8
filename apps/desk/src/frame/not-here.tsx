import { Link } from "@tanstack/react-router";
import { StateLine, useDeskWords } from "@troth/ui";

/** An address the desk does not have. */
export function NotHere() {
  const words = useDeskWords();
  return (
    <main>
      <StateLine kind="denied">
        {words.notHere}{" "}
        <Link to="/queue/$view" params={{ view: "all" }}>
          {words.backToQueue}
        </Link>
      </StateLine>
    </main>
  );
}

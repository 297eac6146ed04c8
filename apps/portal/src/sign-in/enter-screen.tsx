import { useMutation } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { usePortalWords, Waiting } from "@troth/ui";
import { ActLink } from "@troth/ui/customer";
import { useEffect } from "react";
import { go, hrefOf } from "../address.ts";
import { queries, troth } from "../client.ts";
import { Door } from "./door.tsx";

type Way = "enter" | "from-console";

const own = () => ({ header: { "Idempotency-Key": crypto.randomUUID() } });

/** Both take a token that works once: the link in a mail, or the console's signed word. */
const redeem: Readonly<Record<Way, (token: string) => Promise<unknown>>> = {
  enter: (token) => unwrap(troth.api.POST("/v1/portal/links/redeem", { params: own(), body: { token } })),
  "from-console": (token) => unwrap(troth.api.POST("/v1/portal/session", { params: own(), body: { token } })),
};

/** Turns the token in the address's fragment into a session. It is taken out of the address at once. */
export function EnterScreen({ way }: { readonly way: Way }) {
  const words = usePortalWords();
  const { mutate, isError, error } = useMutation({
    mutationFn: redeem[way],
    onSuccess: () => {
      queries.clear();
      go("/", "replace");
    },
  });
  useEffect(() => {
    const take = () => {
      const token = location.hash.slice(1);
      history.replaceState(null, "", location.pathname);
      mutate(token);
    };
    take();
    // A second link opened over the first changes the fragment alone.
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, [mutate]);
  if (!isError) {
    return (
      <Door title={words.entering}>
        <Waiting />
      </Door>
    );
  }
  return (
    <Door title={words.enterFailed}>
      <p role="alert">{error.message}</p>
      <p>
        <ActLink isMain href={hrefOf("/sign-in")}>
          {words.askForLink}
        </ActLink>
      </p>
    </Door>
  );
}

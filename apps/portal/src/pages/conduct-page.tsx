import { useQuery, useQueryClient } from "@tanstack/react-query";
import { OwnCasesView, ProblemNote, useConductWords, Waiting } from "@troth/ui";
import { useCustomerDesk } from "@troth/ui/customer";

/** What the reader reported and what was decided about them, with the way to a review. */
export function ConductPage() {
  const desk = useCustomerDesk();
  const words = useConductWords();
  const queries = useQueryClient();
  const cases = useQuery({ queryKey: ["conduct"], queryFn: desk.ownCases });
  return (
    <>
      <h1>{words.conduct}</h1>
      <p>{words.intro}</p>
      {cases.isError && <ProblemNote error={cases.error} onRetry={() => void cases.refetch()} />}
      {!cases.data && !cases.isError && <Waiting />}
      {cases.data && (
        <OwnCasesView
          cases={cases.data}
          onReview={async (number, text) => {
            const asked = await desk.askReview(number, text);
            await queries.invalidateQueries({ queryKey: ["conduct"] });
            return asked;
          }}
        />
      )}
    </>
  );
}

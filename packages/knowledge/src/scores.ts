/** A question of an evaluation with what is known of its answer. */
export type Question = {
  readonly id: string;
  readonly kind: "answerable" | "unanswerable" | "abuse";
  /** Ids of the pages that answer it. */
  readonly relevant: readonly string[];
};

/** What became of a question. */
export type Asked = {
  readonly question: Question;
  readonly outcome: "answer" | "closest" | "hand-off";
  /** Ids of the pages that were found, the best first, ten at most. */
  readonly pages: readonly string[];
  /** From 0 to 1. */
  readonly confidence: number;
};

/** How well questions were answered; shares from 0 to 1, null where no question tells. */
export type Scores = {
  readonly questions: number;
  readonly hitAt1: number | null;
  readonly hitAt5: number | null;
  readonly hitAt10: number | null;
  /** Mean of 1 / rank of the first page that answers. */
  readonly mrr: number | null;
  readonly ndcgAt10: number | null;
  /** Share of the questions without an answer that were not answered. */
  readonly unanswerableCaught: number | null;
  /** Share of the questions with an answer that were not answered. */
  readonly wronglyRefused: number | null;
  /** How likely an answerable question is held for surer than an unanswerable one. */
  readonly auc: number | null;
};

/** Where the first page that answers stands, from 1; null where it was not found. */
export function rankOf({ question, pages }: Pick<Asked, "question" | "pages">): number | null {
  const at = pages.findIndex((page) => question.relevant.includes(page));
  return at < 0 ? null : at + 1;
}

/** The scores of all that was asked; abuse counts in none but the number of questions. */
export function scoresOf(asked: readonly Asked[]): Scores {
  const answerable = asked.filter(({ question }) => question.kind === "answerable");
  const unanswerable = asked.filter(({ question }) => question.kind === "unanswerable");
  const ranks = answerable.map(rankOf);
  const within = (most: number) => mean(ranks.map((rank) => Number(rank !== null && rank <= most)));
  const refused = (all: readonly Asked[]) => mean(all.map(({ outcome }) => Number(outcome !== "answer")));
  return {
    questions: asked.length,
    hitAt1: within(1),
    hitAt5: within(5),
    hitAt10: within(10),
    mrr: mean(ranks.map((rank) => (rank === null ? 0 : 1 / rank))),
    ndcgAt10: mean(answerable.map(gainOf)),
    unanswerableCaught: refused(unanswerable),
    wronglyRefused: refused(answerable),
    auc: mean(
      answerable.flatMap((good) =>
        unanswerable.map((bad) => (Math.sign(good.confidence - bad.confidence) + 1) / 2),
      ),
    ),
  };
}

/** Normalised discounted gain of the first ten pages: all that answer count, the earlier the more. */
function gainOf({ question, pages }: Asked): number {
  const discount = (at: number) => 1 / Math.log2(at + 2);
  const gain = pages
    .slice(0, 10)
    .reduce((sum, page, at) => sum + (question.relevant.includes(page) ? discount(at) : 0), 0);
  const best = question.relevant.slice(0, 10).reduce((sum, _, at) => sum + discount(at), 0);
  return best === 0 ? 0 : gain / best;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

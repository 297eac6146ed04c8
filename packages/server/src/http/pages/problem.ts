import { FAIL_STATUS, type Problem } from "@troth/contract";
import { escapeHtml, foreignText, pageFrame } from "./frame.ts";
import type { PageLocale } from "./page-locale.ts";
import { PROBLEM_WORDS } from "./problem-words.ts";

/** A failed request as a person at a browser reads it, with a way on. */
export function problemPage(problem: Problem, path: string, locale: PageLocale): string {
  const words = PROBLEM_WORDS[locale];
  const { title, next } = words.codes[problem.code];
  return page(locale, title, `${why(problem, path, locale)}<p>${next}</p>`, problem);
}

/** What a code of the contract means and what to do: where the `type` of a problem leads. */
export function codePage(code: Problem["code"], locale: PageLocale): string {
  const words = PROBLEM_WORDS[locale];
  const { title, means, next } = words.codes[code];
  const body = `<p>${means}</p><h2>${words.whatToDo}</h2><p>${next}</p><p class="quiet">${words.answeredAs(code, FAIL_STATUS[code])}</p>`;
  return page(locale, title, body, null);
}

/** Our own sentence where we have one; else what the API says, which is English. */
function why({ code, detail }: Problem, path: string, locale: PageLocale): string {
  const { codes, noPage, noVersion } = PROBLEM_WORDS[locale];
  if (code === "missing") return `<p>${/^\/support\/[^/]+\/?$/.test(path) ? noVersion : noPage}</p>`;
  return code === "internal" ? `<p>${codes.internal.means}</p>` : `<p>${foreignText(detail, locale)}</p>`;
}

function page(locale: PageLocale, title: string, text: string, problem: Problem | null): string {
  const words = PROBLEM_WORDS[locale];
  const links = (problem?.next ?? []).map(({ label, href }) => linkTo(href, foreignText(label, locale)));
  const ways = [...links, linkTo("/support", words.supportPage), linkTo("/portal/", words.portal)];
  const id =
    problem === null ? "" : `<p>${words.requestId}: <code>${escapeHtml(problem.requestId)}</code></p>`;
  return pageFrame({
    title,
    locale,
    body: `<header><h1>${title}</h1></header><main id="main">${text}<h2>${words.waysOn}</h2><ul>${ways.join("")}</ul></main><footer>${id}</footer>`,
  });
}

function linkTo(href: string, label: string): string {
  return `<li><a href="${escapeHtml(href)}">${label}</a></li>`;
}

/** How a file's place becomes the address its reader finds it under. */
export type AddressRule = {
  /** What all of them begin with; null where there is nothing but the place in the folder. */
  readonly base: string | null;
  /** `pages`: without the ending, `index` and `readme` as their folder; `files`: as they lie. */
  readonly names: "pages" | "files";
};

const ENDING = /\.(?:mdx?|markdown)$/i;
const FOLDER_PAGE = /(?:^|\/)(?:index|readme)$/i;

/** Whether a file is a page. */
export const isPageFile = (path: string): boolean => ENDING.test(path);

/** A page's name: its path without the ending. */
export const idOfFile = (path: string): string => path.replace(ENDING, "");

export function addressOfFile(path: string, { base, names }: AddressRule): string {
  const place = names === "files" ? path : idOfFile(path).replace(FOLDER_PAGE, "");
  if (base === null) return place;
  return `${base.replace(/\/*$/, "/")}${place.split("/").map(encodeURIComponent).join("/")}`;
}

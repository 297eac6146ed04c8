/** What a directive stands for, before it is printed as Markdown or HTML. Texts are plain, never markup. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly id: string; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly isNumbered: boolean; readonly items: readonly Item[] }
  | Table
  | {
      readonly kind: "fold";
      readonly summary: string;
      readonly isOpen: boolean;
      readonly blocks: readonly Block[];
    };

export type Item = { readonly id: string | null; readonly text: string; readonly items?: readonly Item[] };

/** The first column holds the row headings. */
export type Table = {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly heading: string; readonly cells: readonly string[] }[];
};

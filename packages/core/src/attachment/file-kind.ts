import { endingOf } from "@troth/policy";

/** What the bytes of a file prove it to be. The sender's word for its type counts nothing. */
export type Proof = {
  /** Media type by signature; `text/plain` for text throughout; null for bytes without a sign. */
  readonly type: string | null;
  /** Set for a raster picture whose header was read. */
  readonly size: { readonly width: number; readonly height: number } | null;
};

export type FileKind = {
  readonly type: string;
  /** Set where a small preview may be drawn. */
  readonly picture: Proof["size"];
  /** The ending promises another kind than the bytes are. */
  readonly isDoubtful: boolean;
};

/** Bytes without a meaning of their own: no program opens them by itself. */
export const PLAIN_BYTES = "application/octet-stream";

const TEXT = ["text/plain", "application/xml", "image/svg+xml"];
const ZIP = ["application/zip"];
const office = (name: string) => [...ZIP, `application/vnd.openxmlformats-officedocument.${name}`];

/** What endings promise. One that is not here promises nothing. */
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  png: ["image/png", "image/apng"],
  jpg: ["image/jpeg"],
  jpeg: ["image/jpeg"],
  gif: ["image/gif"],
  webp: ["image/webp"],
  bmp: ["image/bmp"],
  tif: ["image/tiff"],
  tiff: ["image/tiff"],
  avif: ["image/avif"],
  heic: ["image/heic", "image/heif"],
  ico: ["image/x-icon"],
  pdf: ["application/pdf"],
  zip: ZIP,
  gz: ["application/gzip"],
  tgz: ["application/gzip"],
  bz2: ["application/x-bzip2"],
  xz: ["application/x-xz"],
  zst: ["application/zstd"],
  tar: ["application/x-tar"],
  "7z": ["application/x-7z-compressed"],
  rar: ["application/x-rar-compressed"],
  docx: office("wordprocessingml.document"),
  xlsx: office("spreadsheetml.sheet"),
  pptx: office("presentationml.presentation"),
  mp4: ["video/mp4", "video/quicktime"],
  mov: ["video/quicktime", "video/mp4"],
  webm: ["video/webm", "video/matroska", "video/x-matroska"],
  mp3: ["audio/mpeg"],
  wav: ["audio/wav", "audio/vnd.wave"],
  sqlite: ["application/x-sqlite3"],
  wasm: ["application/wasm"],
  ...Object.fromEntries(
    ["txt", "log", "md", "csv", "tsv", "json", "har", "sql", "yaml", "yml", "toml", "ini", "conf", "env"].map(
      (ending) => [ending, TEXT],
    ),
  ),
  ...Object.fromEntries(
    ["xml", "svg", "html", "htm", "js", "css", "eml", "mht"].map((ending) => [ending, TEXT]),
  ),
};

/** Pictures that browsers draw without running anything in them. */
const RASTER: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** A header may promise any size; drawing more pixels than this would fill the reader's memory (ASVS 5.2.6). */
const MOST_PIXELS = 40_000_000;

/** What a file is kept and shown as. Where name and bytes disagree it is bytes and nothing more (T13). */
export function fileKindOf(name: string, { type, size }: Proof): FileKind {
  const promised = PROMISED[endingOf(name)];
  const known = type ?? PLAIN_BYTES;
  if (promised && !promised.includes(known) && !isEmpty(known)) {
    return { type: PLAIN_BYTES, picture: null, isDoubtful: true };
  }
  const isText = TEXT.includes(known);
  const isDrawn = RASTER.has(known) && size !== null && isDrawable(size);
  return {
    type: isText ? "text/plain" : known,
    picture: isDrawn ? size : null,
    isDoubtful: false,
  };
}

/** An empty file proves nothing, and so contradicts nothing. */
const isEmpty = (type: string): boolean => type === "application/x-empty";

function isDrawable({ width, height }: NonNullable<Proof["size"]>): boolean {
  return width > 0 && height > 0 && width * height <= MOST_PIXELS;
}

/**
 * The type a file is handed out as: a picture only when it is proven to be one, text only as plain text. All else is
 * bytes, so that nothing of ours is ever read as a page or a program.
 */
export function servedTypeOf({ type, picture }: Pick<FileKind, "type" | "picture">): string {
  if (picture !== null && RASTER.has(type)) return type;
  return type === "text/plain" ? "text/plain; charset=utf-8" : PLAIN_BYTES;
}

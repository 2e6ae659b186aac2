export type FileKind = "jpeg" | "png" | "webp" | "gif" | "tiff" | "pdf" | "eml" | "text" | "other";

/**
 * Why a file cannot be shown, or not wholly. `took_too_long`: over the time or CPU limit. `stopped`: the child died,
 * most often of its memory limit. `too_large`: more bytes or pixels than are decoded; the file itself is kept whole.
 */
export type FileProblem =
  | "empty"
  | "truncated"
  | "password_protected"
  | "unreadable"
  | "too_large"
  | "took_too_long"
  | "stopped";

/** What the bytes are, whatever the sender called them. Width and height: pixels, or points of a PDF's first page. */
export type Inspection = {
  kind: FileKind;
  mime: string;
  width: number | null;
  height: number | null;
  /** Pages of a PDF or TIFF, frames of an animation, 1 for a picture; null where there are none. */
  pages: number | null;
  problem: FileProblem | null;
};

export type PageSize = { number: number; format: "jpeg" | "png"; width: number; height: number };

/** A page drawn for print: opaque, 8 bits, sRGB, not interlaced, no metadata. `number` counts from 1. */
export type PageImage = PageSize & { bytes: Uint8Array };

/**
 * The stored bytes can be embedded as they are: every pixel was decoded once. `orientation` is the EXIF value 1 to 8.
 * Metadata is still in them: whoever embeds them leaves out the APPn, COM and text parts and what follows the end.
 */
export type OriginalPicture = {
  kind: "original";
  format: "jpeg" | "png";
  width: number;
  height: number;
  orientation: number;
  channels: number;
};

/** `pages` is empty when `onPage` took them. With a `problem`, what could be drawn was drawn. */
export type DrawnPages = {
  kind: "pages";
  pages: PageImage[];
  shownPages: number;
  totalPages: number;
  problem: FileProblem | null;
};

/** Text, or a mail: headers in the order of the file. `cut` is true when not everything is in `lines`. */
export type PlainText = {
  kind: "text";
  headers: { name: string; value: string }[];
  lines: string[];
  attachments: { name: string; mime: string; size: number }[];
  cut: boolean;
};

export type NotShown = { kind: "not_shown"; reason: FileProblem | "kind_not_shown" };

export type Rendering = OriginalPicture | DrawnPages | PlainText | NotShown;

/** `open` is called when a place in the queue is free, so that waiting holds no file open. */
export type SandboxFile = { size: number; open: () => Promise<ReadableStream<Uint8Array>> };

export type RenderOptions = {
  maxPages: number;
  /** Of PDF pages; 150 when not given. A page never has more than 12 million pixels. */
  dpi?: number;
  /** Draws JPEG and PNG pictures again too, so that none of the stored bytes and no metadata come out. */
  redraw?: boolean;
  /** Takes each page as it is drawn, so that one is in memory at a time. The child waits for it. */
  onPage?: (page: PageImage) => Promise<void>;
  /** Milliseconds of wall clock for the whole file, from its turn in the queue. */
  timeoutMs?: number;
};

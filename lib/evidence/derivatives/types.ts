/**
 * Kinds of derivatives: `page` ready for print, `text` the extracted text (JSON of PlainText), `stripped` the picture
 * redrawn without metadata, `redacted` a page with boxes burned in, `ocr` the words that a machine read in a page (JSON
 * of KeptWords): version 0 of the page itself, else of the redaction with the same version; `words` what a reader would
 * copy from each page of a PDF (JSON of PdfWords); `still` one picture of a film; `view` the picture of a
 * page of a saved page or an archive, or as JSON the reason why it has none; `inside` a
 * picture in such a file, drawn afresh where no picture of the page can be.
 */
export const derivativeKinds = [
  "page",
  "text",
  "stripped",
  "redacted",
  "ocr",
  "words",
  "still",
  "view",
  "inside",
] as const;
export type DerivativeKind = (typeof derivativeKinds)[number];

export const derivativeFormats = ["jpeg", "png", "json"] as const;
export type DerivativeFormat = (typeof derivativeFormats)[number];

/** A box in fractions of the page as a person sees it, from its upper left corner: 0 to 1. */
export type Box = { x: number; y: number; width: number; height: number };

/** One file made from an original. `sha256` is of the plain bytes of the derivative, `size` in bytes. */
export type DerivativeView = {
  id: string;
  caseId: string;
  exhibitId: string;
  kind: DerivativeKind;
  /** The page of the original, from 1; 0 when it was made from the whole. */
  page: number;
  /** 0 for what is made once; redactions of a page count from 1, and the highest is shown; stills count from 1. */
  version: number;
  fileId: string;
  sha256: string;
  size: number;
  format: DerivativeFormat;
  /** Pixels; null for text. */
  width: number | null;
  height: number | null;
  /** Of a still: milliseconds from the start of the film; null for everything else. */
  atMs: number | null;
  /** What made it, with version. */
  tool: string;
  /** The reason for a redaction, in the maker's words. */
  reason: string | null;
  boxes: Box[];
  /** Member id; null when a job made it. */
  madeBy: string | null;
  madeAt: Date;
};

/** A new derivative. Its file is already in the storage under the key of the case. */
export type NewDerivative = {
  kind: DerivativeKind;
  page: number;
  /** If omitted: the next version of a redaction or a still, 0 for anything else. */
  version?: number;
  fileId: string;
  sha256: string;
  size: number;
  format: DerivativeFormat;
  width?: number | null;
  height?: number | null;
  tool: string;
  /** Of a still. */
  atMs?: number;
  /** Sealed. */
  reason?: string;
  /** Sealed. */
  boxes?: readonly Box[];
  /** If omitted, the acting person; nobody in a job. */
  madeBy?: string | null;
};

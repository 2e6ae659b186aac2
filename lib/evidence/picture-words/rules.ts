import type { DerivativeView } from "@/lib/evidence/derivatives/types";
import type { KeptWords, PictureWord, ReadPage, ToRead } from "./types";

/** Pictures of one exhibit that are recorded together: a scan of many pages keeps what was read when a worker dies. */
export const readAtOnce = 10;

/** More words of one exhibit are not found by search. */
export const mostIndexed = 2_000;

type Arrived = {
  fileId: string | null;
  size: number;
  /** How it goes on paper: its own bytes, or the pages that were drawn. */
  as: "original" | "pages" | null;
};

/** The pictures that nobody read yet: the pages as they are, and the newest masked copy of each. */
export function unreadOf({ fileId, size, as }: Arrived, made: readonly DerivativeView[]): ToRead[] {
  const own = as === "original" && fileId ? [{ page: 1, version: 0, fileId, size, boxes: [] }] : [];
  const drawn = as === "pages" ? made.filter(({ kind }) => kind === "page") : [];
  const masks = made.filter(({ kind, page, version }) => {
    const isNewer = (other: DerivativeView) => other.kind === kind && other.page === page && other.version > version;
    return kind === "redacted" && !made.some(isNewer);
  });
  const isRead = ({ page, version }: ToRead) =>
    made.some((other) => other.kind === "ocr" && other.page === page && other.version === version);
  return [...own, ...drawn, ...masks].filter((picture) => !isRead(picture));
}

/** The words of a picture as its lines. */
export function linesOf(words: readonly PictureWord[]): string[] {
  const lines: string[] = [];
  let before: string | null = null;
  for (const { text, line } of words) {
    if (line === before) lines[lines.length - 1] += ` ${text}`;
    else lines.push(text);
    before = line;
  }
  return lines;
}

export function readPageOf(page: number, kept: KeptWords): ReadPage {
  if (kept.state === "unread") return { page, lines: [], cut: false, unread: kept.reason };
  return { page, lines: linesOf(kept.words), cut: kept.cut, unread: null };
}

const apart = /[\s!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f]+/u;

/** The words of a text as they are found: without accents, capitals and signs, each of two letters or more, once. */
export function soughtWords(text: string): string[] {
  const folded = text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  const words = folded.split(apart).filter((word) => word.length > 1);
  return [...new Set(words)].map((word) => word.slice(0, 80));
}

/** Digits with what people write between them; the last nine, so that +27 82 and 082 are one number. */
export function soughtNumbers(text: string): string[] {
  const runs = text.matchAll(/(?<![\p{L}\p{N}])\+?\(?\d[\d ().-]{5,}\d(?![\p{L}\p{N}])/gu);
  const digits = [...runs].map(([run]) => run.replaceAll(/\D/g, "")).filter((run) => run.length >= 7);
  return [...new Set(digits.map((run) => run.slice(-9)))];
}

/** What an exhibit is found by: each word and each number of its pictures, once. */
export function indexedOf(lines: readonly string[]): string[] {
  const found = lines.flatMap((line) => [...soughtNumbers(line), ...soughtWords(line)]);
  return [...new Set(found)].slice(0, mostIndexed);
}

import { z } from "zod";
import { t } from "@/lib/platform/language/translate";

/** Rows of a page where none are asked for, and at most. */
const usualRows = 50;
const mostRows = 100;

/** Which page of a list, as query parameters. */
export const paging = {
  limit: z.coerce
    .number(t("Ask for 1 to {mostRows} rows.", { mostRows }))
    .int()
    .min(1)
    .max(mostRows)
    .default(usualRows),
  cursor: z.string().max(1000).optional(),
};

export const OfCase = z.object({ caseId: z.uuid() });
export const OfCaseInPages = OfCase.extend(paging);

type Page<Row> = { rows: Row[]; next: string | null };

/**
 * One page of a list that is read whole, behind the row that the cursor names.
 * @returns null where no row has that cursor any more, or ever had
 */
export function pageAfter<Row>(
  all: readonly Row[],
  { limit, cursor }: { limit: number; cursor?: string },
  idOf: (row: Row) => string,
): Page<Row> | null {
  const at = cursor === undefined ? -1 : all.findIndex((row) => asCursor(idOf(row)) === cursor);
  if (cursor !== undefined && at < 0) return null;
  const rows = all.slice(at + 1, at + 1 + limit);
  const last = rows.at(-1);
  return { rows, next: last && at + 1 + limit < all.length ? asCursor(idOf(last)) : null };
}

export const asCursor = (text: string): string => Buffer.from(text, "utf8").toString("base64url");
export const fromCursor = (cursor: string): string => Buffer.from(cursor, "base64url").toString("utf8");

/** `client.pseudonym`, as a form names a field, as `#/client/pseudonym`. */
export function pointerOf(field: string): string {
  const parts = field.split(".").map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"));
  return `#/${parts.join("/")}`;
}

const fixed = t("What was sent here is not accepted.");

/**
 * The message of a field, unless it repeats what was sent: problems are kept in the logs of other programs. Short words
 * in small letters are choices, such as `cas`.
 */
export function withoutSent(message: string, sent: unknown): string {
  const low = message.toLowerCase();
  return textsIn(sent).some((text) => low.includes(text.toLowerCase())) ? fixed : message;
}

function textsIn(sent: unknown): string[] {
  if (typeof sent === "string") {
    const text = sent.trim();
    return text.length < 3 || /^[a-z_]{3,4}$/.test(text) ? [] : [text];
  }
  return typeof sent === "object" && sent !== null ? Object.values(sent).flatMap(textsIn) : [];
}

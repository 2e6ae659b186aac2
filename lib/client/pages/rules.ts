import type { PageState } from "./types";

/** How long a link opens the page, in days. Our own default, kind D: a caseworker renews it in a minute. */
export const pageDays = 90;

export function stateOf(page: { endedAt: Date | null; expiresAt: Date }, now: Date): PageState {
  if (page.endedAt) return "ended";
  return page.expiresAt > now ? "open" : "over";
}

/** Whether somebody has to look: there is news since it was last marked as seen. */
export const hasNews = ({ newsAt, seenAt }: { newsAt: Date | null; seenAt: Date | null }): boolean =>
  newsAt !== null && (seenAt === null || newsAt > seenAt);

/** Six signs of an id that can be read out: `4F-91-C7`. */
export function receiptOf(fileId: string): string {
  const signs = fileId.replaceAll("-", "").slice(-6).toUpperCase();
  return signs.replace(/(.{2})(?=.)/g, "$1-");
}

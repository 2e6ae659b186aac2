import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { detailLabels } from "./labels";
import type { CustodyDetails, CustodyEventView, LedgerBreak } from "./types";

/**
 * The problem of a ledger, the first break first.
 * @param head the number of the last line as stored separately by the database, and whether that line has the hash
 * stored there
 */
export function ledgerBreak(
  events: readonly { seq: number; holds: boolean }[],
  head: { seq: number; same: boolean } | null,
): LedgerBreak | null {
  const last = events.at(-1);
  if (!last) return { kind: "empty" };
  const bad = events.find((event) => !event.holds);
  if (bad) return { kind: "line", seq: bad.seq };
  return head?.seq === last.seq && head.same ? null : { kind: "cut", last: last.seq };
}

/** `All 7 links hold`, or the problem. */
export function ledgerSentence({ events, broken }: { events: readonly unknown[]; broken: LedgerBreak | null }): string {
  if (broken === null)
    return events.length === 1
      ? t("Chain of custody intact: the one link is valid")
      : t("Chain of custody intact: all {events} links are valid", { events: events.length });
  if (broken.kind === "empty") return t("The ledger has no line at all");
  if (broken.kind === "cut")
    return t("Lines after number {last} are missing or were added outside the chain", { last: broken.last });
  return t("The chain breaks at line {seq} of {events}", { seq: broken.seq, events: plural(events.length, "line") });
}

/** The details a person gave, with names and in a fixed order; only those given. */
export function detailLines(details: CustodyDetails): CustodyEventView["details"] {
  return (Object.keys(detailLabels) as (keyof CustodyDetails)[]).flatMap((key) => {
    const value = details[key];
    return value ? [{ name: detailLabels[key], value }] : [];
  });
}

/** When the stored bytes were last read back, and whether they still matched. Null: never. */
export function lastCheck(events: readonly Pick<CustodyEventView, "action" | "at" | "verified">[]) {
  const found = events.findLast((event) => event.action === "hashed");
  return found ? { at: found.at, same: found.verified !== false } : null;
}

export const detailsPlace = (id: string) => ({ table: "custody_events", column: "details", row: id });

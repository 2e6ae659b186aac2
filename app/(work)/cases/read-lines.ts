import "server-only";
import { openFlagsOf } from "@/lib/casework/flags/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { officeZone } from "@/lib/law/office/rules";
import type { CaseRow } from "@/lib/oversight/case-list/types";
import { t } from "@/lib/platform/language/translate";
import { type CaseLine, caseLine } from "./_components/case-line";

/** The rows of a page as the list shows them, with their flags and for whom one covers. */
export async function readLines(scoped: TxCtx, rows: readonly CaseRow[]): Promise<CaseLine[]> {
  const flags = await openFlagsOf(
    scoped,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const line = caseLine(row, scoped.now, officeZone(), flags.get(row.id));
    return scoped.covers.includes(row.ownerId)
      ? { ...line, owner: t("{owner}, you cover", { owner: line.owner }) }
      : line;
  });
}

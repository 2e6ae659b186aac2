import "server-only";
import { readListedValues } from "@/lib/casework/custom-values/read-listed-values";
import { openFlagsOf } from "@/lib/casework/flags/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { officeZone } from "@/lib/law/office/rules";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import type { CaseRow } from "@/lib/oversight/case-list/types";
import { ownColumn } from "@/lib/oversight/saved-views/rules";
import { t } from "@/lib/platform/language/translate";
import { type CaseLine, caseLine } from "./_components/case-line";

/** The rows of a page as the list shows them, with their flags and for whom one covers. */
export async function readLines(
  scoped: TxCtx,
  rows: readonly CaseRow[],
  own: readonly CustomField[],
): Promise<CaseLine[]> {
  const ids = rows.map((row) => row.id);
  const [flags, values] = await Promise.all([openFlagsOf(scoped, ids), readListedValues(scoped, own, ids)]);
  const shown = (id: string) => Object.fromEntries(own.map((field) => [ownColumn(field.id), values(id, field)]));
  return rows.map((row) => {
    const line = { ...caseLine(row, scoped.now, officeZone(), flags.get(row.id)), own: shown(row.id) };
    return scoped.covers.includes(row.ownerId)
      ? { ...line, owner: t("{owner}, you cover", { owner: line.owner }) }
      : line;
  });
}

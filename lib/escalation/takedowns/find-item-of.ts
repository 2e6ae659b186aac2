import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { readLooks } from "./read-looks";
import type { ExhibitLooks } from "./types";

/**
 * The items on the take-down list that have the address of an exhibit, and what looks there found, newest first: several
 * exhibits of one address have the same. Its looks are recorded there; null if nothing of it is on the list.
 */
export const findItemOf = query(
  "case.read",
  async (ctx, caseId: string, exhibitId: string): Promise<ExhibitLooks | null> => {
    const row = await findCase(ctx, caseId);
    const at = (await readLooks(ctx, await openVault(ctx, row.keyId), row)).filter(({ exhibitIds }) =>
      exhibitIds.includes(exhibitId),
    );
    if (at.length === 0) return null;
    const looks = at
      .flatMap((item) => item.looks)
      .toSorted((a, b) => b.on.localeCompare(a.on) || b.id.localeCompare(a.id));
    const names = await namesOf(
      ctx,
      looks.flatMap(({ byId }) => byId ?? []),
    );
    return {
      items: at.map(({ id, code }) => ({ id, code })),
      looks: looks.map(({ id, found, on, at, seenBy, byId }) => ({
        id,
        found,
        on,
        at,
        seenBy,
        by: (byId && names.get(byId)) ?? "",
      })),
    };
  },
);

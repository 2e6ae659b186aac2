import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import { query } from "@/lib/access/query";
import { openVault } from "@/lib/access/vault";
import { findCase } from "@/lib/cases/scope";
import { exhibitCode } from "@/lib/incidents/rules";
import { identifiersOf, reasonPlace, valuePlace } from "./scope";
import type { IdentifierView } from "./types";

/** Every identifier on the board of a case, the oldest first. @throws AppError not_found */
export const listIdentifiers = query("case.read", async (ctx, caseId: string): Promise<IdentifierView[]> => {
  const row = await findCase(ctx, caseId);
  const vault = await openVault(ctx, row.keyId);
  const shown = await ctx.db
    .select({ id: exhibits.id, number: exhibits.number })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, row.id)));
  const numbers = new Map(shown.map((one) => [one.id, one.number]));
  return (await identifiersOf(ctx, row.id)).map((one) => {
    const { id, subjectId, kind, confidence, exhibitId, firstSeenOn, lastSeenOn } = one;
    const number = exhibitId ? numbers.get(exhibitId) : undefined;
    return {
      ...{ id, subjectId, kind, confidence, exhibitId, firstSeenOn, lastSeenOn },
      value: vault.open(valuePlace(id), one.value),
      linkReason: vault.openMaybe(reasonPlace(id), one.linkReason),
      exhibit: number === undefined ? null : exhibitCode(number),
    };
  });
});

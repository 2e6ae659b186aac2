import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { dispatches, liaisons, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { findPacket } from "@/lib/packets/packets/access";
import { officePlace, proofPlace } from "./rules";

import type { DispatchView } from "./types";

/** The dispatches of a version outside the portal, newest first. @throws AppError not_found */
export const listDispatches = query("case.read", async (ctx, packetId: string): Promise<DispatchView[]> => {
  const { caseId } = await findPacket(ctx, packetId);
  const rows = await ctx.db
    .select({ dispatch: dispatches, officer: liaisons })
    .from(dispatches)
    .leftJoin(liaisons, eq(liaisons.memberId, dispatches.liaisonId))
    .where(and(eq(dispatches.orgId, ctx.orgId), eq(dispatches.packetId, packetId)))
    .orderBy(desc(dispatches.sentAt), desc(dispatches.id));
  if (rows.length === 0) return [];
  const people = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? t("A former colleague");
  const vault = await openVault(ctx, (await findCase(ctx, caseId)).keyId);
  return rows.map(({ dispatch, officer }) => {
    const { id, method, sentAt, withAnnex, notedAt } = dispatch;
    const office = vault.openMaybe(officePlace(id), dispatch.office) ?? "";
    const to = officer ? `${officer.rank} ${nameOf(officer.memberId)}, ${officer.agency} ${officer.unit}` : office;
    const proof = vault.openMaybe(proofPlace(id), dispatch.proof);
    const who = { sentBy: nameOf(dispatch.sentBy), notedBy: nameOf(dispatch.notedBy) };
    return { id, method, sentAt, withAnnex, notedAt, to, proof, ...who };
  });
});

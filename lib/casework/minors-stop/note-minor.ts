import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { cases, clients, incidents } from "@/db/schema";
import { imageNatures } from "@/lib/casework/cases/labels";
import { stopByRecord } from "@/lib/casework/cases/rules";
import { findClient } from "@/lib/casework/clients/access";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { isStopped } from "./access";
import { NoteMinor } from "./input";
import { setStop } from "./set-stop";

/**
 * The client turns out to be under 18. Each visible case on which an intimate image is recorded accepts no files from
 * now on. @throws AppError not_found; conflict if it is on record already
 */
export const noteMinor = command({
  needs: "case.write",
  input: NoteMinor,
  async run(ctx, { clientId }) {
    const client = await findClient(ctx, clientId);
    if (client.isMinor) throw new AppError("conflict", t("It is on record already that the client is under 18."));
    await ctx.db
      .update(clients)
      .set({ isMinor: true })
      .where(and(eq(clients.orgId, ctx.orgId), eq(clients.id, client.id)));
    const told = await ctx.db
      .selectDistinct({ caseId: incidents.caseId })
      .from(incidents)
      .innerJoin(cases, and(eq(cases.orgId, incidents.orgId), eq(cases.id, incidents.caseId)))
      .where(
        and(
          eq(incidents.orgId, ctx.orgId),
          eq(cases.clientId, client.id),
          inArray(incidents.nature, [...imageNatures]),
        ),
      );
    const stopped: AuditEntry[] = [];
    for (const { caseId } of told) {
      const [row] = await ctx.db
        .select({ id: cases.id, keyId: cases.keyId })
        .from(cases)
        .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)))
        .for("update");
      if (!row || (await isStopped(ctx, caseId))) continue;
      const id = await setStop(ctx, row, stopByRecord);
      stopped.push({ action: "images.stopped", subjectId: id, caseId, detail: { by: "record" } });
    }
    const completed: AuditEntry = { action: "client.completed", subjectId: client.id, detail: { fields: ["isMinor"] } };
    return { value: { id: client.id, stopped: stopped.length }, audit: [completed, ...stopped] };
  },
});

import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseExports, cases } from "@/db/schema";
import { findCase, refuseRestricted } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSettled } from "@/lib/kernel/access/second-person";
import { createVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { lockRequest } from "@/lib/privacy/data-subject-requests/access";
import { AskAccess } from "@/lib/privacy/data-subject-requests/input";
import { mayYieldFolder } from "@/lib/privacy/data-subject-requests/rules";
import { reasonPlace } from "./rules";

/**
 * Starts the folder that answers a client's granted request. Requires fresh proof. Postgres checks again whose request
 * it is.
 * @throws AppError not_found; forbidden in the first 7 days of a role; invalid on `password`; conflict for anybody but
 * a client, before it was granted, and while a case of the client is restricted
 */
export const askAccess = command({
  needs: "case.export",
  input: AskAccess,
  async run(ctx, { requestId, namesStaff }) {
    await requireSettled(ctx);
    requireStepUp(ctx, "export.ask");
    const { row } = await lockRequest(ctx, requestId);
    const { caseId } = row;
    if (!caseId || !mayYieldFolder(row.kind, row.fromWhom)) {
      throw new AppError("conflict", t("Only a client who asks for access gets a folder."));
    }
    if (row.state !== "decided" && row.state !== "answered") {
      throw new AppError(
        "conflict",
        t("A supervisor has to grant the request first, once it is certain who is asking."),
      );
    }
    const { clientId } = await findCase(ctx, caseId);
    const own = await ctx.db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.clientId, clientId)));
    await refuseRestricted(ctx, ...own.map(({ id }) => id));
    const id = newId();
    const vault = await createVault(ctx, "export");
    await ctx.db.insert(caseExports).values({
      id,
      orgId: ctx.orgId,
      keyId: vault.keyId,
      kind: "access",
      clientId,
      requestId,
      namesStaff,
      state: "building",
      reason: vault.seal(reasonPlace(id), `Request ${row.number}`),
      askedBy: ctx.actor.memberId ?? "",
      askedAt: ctx.now,
    });
    await enqueue(ctx, "export.build", { exportId: id });
    return { value: { id }, audit: { action: "export.asked", subjectId: id, caseId, detail: { kind: "access" } } };
  },
});

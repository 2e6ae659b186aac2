import { t } from "@/lib/platform/language/translate";
import "server-only";
import { corrections } from "@/db/schema";
import { lockAnyCase, refuseRestricted } from "@/lib/casework/cases/access";
import { certainTokens } from "@/lib/casework/clients/certain-tokens";
import { refuseKnown } from "@/lib/casework/clients/refuse-known";
import { replaceDetail } from "@/lib/casework/clients/replace-detail";
import { watchHits } from "@/lib/casework/clients/watch-hits";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { findRequest } from "../access";
import { NoteCorrection } from "../input";
import { correctionPlace } from "../rules";
import type { CorrectionWords } from "../types";

/**
 * Corrects a detail of the client after a granted request, or records that something else is corrected; the wrong value
 * is kept with it permanently.
 * @throws AppError not_found; invalid with the field; conflict before it was granted, without a case, while it is
 * restricted; as refuseKnown if another client has the new detail
 */
export const noteCorrection = command({
  needs: "rights.write",
  input: NoteCorrection,
  async run(ctx, { requestId, what, before, after, why, ...apart }) {
    const request = await findRequest(ctx, requestId);
    const { caseId } = request;
    if (request.kind !== "correction" || (request.state !== "decided" && request.state !== "answered")) {
      throw new AppError("conflict", t("A supervisor has to grant the correction first."));
    }
    if (!caseId) throw new AppError("conflict", t("This request is not linked to a case."));
    const row = await lockAnyCase(ctx, caseId);
    await refuseRestricted(ctx, caseId);
    const field = what === "other" ? null : what;
    if (field && request.fromWhom !== "client") {
      const message = t("Only the client's own request changes who the client is.");
      throw new AppError("invalid", message, { what: message });
    }
    const changed = field ? await certainTokens(ctx, { [field]: after }) : [];
    const toldApart = await refuseKnown(ctx, changed, { ...apart, except: row.clientId });
    await watchHits(
      ctx,
      changed.map(({ token }) => token),
      row.clientId,
    );
    const old = field ? await replaceDetail(ctx, row.clientId, { field, value: after }) : before;
    const id = newId();
    const words: CorrectionWords = { before: old, after, why };
    const vault = await openVault(ctx, row.keyId);
    await ctx.db.insert(corrections).values({
      id,
      orgId: ctx.orgId,
      caseId,
      requestId,
      what,
      notedBy: ctx.actor.memberId ?? "",
      notedAt: ctx.now,
      words: vault.seal(correctionPlace(id), JSON.stringify(words)),
    });
    const corrected = { action: "rights.corrected" as const, subjectId: requestId, caseId, detail: { what } };
    return { value: { id }, audit: toldApart ? [corrected, toldApart(row.clientId)] : corrected };
  },
});

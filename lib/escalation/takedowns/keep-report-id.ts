import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { takedownEvents } from "@/db/schema";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { platformOf } from "@/lib/casework/references/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlatform } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { type LockedItem, readNumbers } from "./access";
import { kindOfNumber, numberKinds } from "./rules";
import type { Route } from "./types";

type Given = {
  reportId: string | null;
  referenceId: string | null;
  proofExhibitId: string | null;
  seenDuplicate: boolean;
};

/**
 * The report ID of an item as a number of the case: a new one, or one that is recorded already. Null if none is given.
 * @throws AppError invalid or conflict on `reportId`, `referenceId` or `seenDuplicate`
 */
export async function keepReportId(ctx: TxCtx, locked: LockedItem, route: Route, given: Given): Promise<string | null> {
  const { reportId, referenceId, proofExhibitId, seenDuplicate } = given;
  if (reportId === null) return referenceId === null ? null : knownNumber(ctx, locked, referenceId);
  const issuer = locked.item.platform === "other" ? undefined : findPlatform(locked.item.platform, locked.law)?.name;
  try {
    const { id } = await recordReference(ctx, {
      caseId: locked.row.id,
      kind: kindOfNumber(route),
      raw: reportId,
      issuer,
      receivedVia: "portal",
      proofExhibitId: proofExhibitId ?? "",
      keepAsTyped: true,
      seenDuplicate,
    });
    return id;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { raw, ...rest } = error.fields;
    throw new AppError(error.code, error.message, raw ? { ...rest, reportId: raw } : rest);
  }
}

/** @throws AppError invalid on `referenceId` for a number of another platform or case, or of another item */
async function knownNumber(ctx: TxCtx, { row, item, law }: LockedItem, referenceId: string): Promise<string> {
  const known = (await readNumbers(ctx, row.id, numberKinds)).find(({ id }) => id === referenceId);
  const on = known && platformOf(known.kind, known.issuer, law)?.key;
  const used = and(
    eq(takedownEvents.orgId, ctx.orgId),
    eq(takedownEvents.referenceId, referenceId),
    isNull(takedownEvents.undoneAt),
  );
  const isFree = known && (!on || on === item.platform) && (await ctx.db.$count(takedownEvents, used)) === 0;
  if (isFree) return referenceId;
  const message = t("Choose a number of this platform that no other item has.");
  throw new AppError("invalid", message, { referenceId: message });
}

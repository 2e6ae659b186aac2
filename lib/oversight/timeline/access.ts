import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, dataKeys } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { vaultOf } from "@/lib/kernel/access/vault";
import { readLaw } from "@/lib/law/provisions/queries";
import { isId } from "@/lib/platform/ids";
import { byNewest } from "./rules";
import { listConsentRows } from "./sources/list-consent-rows";
import { listDangerRows } from "./sources/list-danger-rows";
import { listDeskRows } from "./sources/list-desk-rows";
import { listDocumentRows } from "./sources/list-document-rows";
import { listExhibitRows } from "./sources/list-exhibit-rows";
import { listHandoverRows } from "./sources/list-handover-rows";
import { listIncidentRows } from "./sources/list-incident-rows";
import { listLetterRows } from "./sources/list-letter-rows";
import { listNoteRows } from "./sources/list-note-rows";
import { listNumberRows } from "./sources/list-number-rows";
import { listPacketRows } from "./sources/list-packet-rows";
import { listReferralRows } from "./sources/list-referral-rows";
import { listRefusalRows } from "./sources/list-refusal-rows";
import { listReleaseRows } from "./sources/list-release-rows";
import { listStepRows } from "./sources/list-step-rows";
import { listTakedownRows } from "./sources/list-takedown-rows";
import type { Source, SourceRow, Traced } from "./types";

/** Everything that stands on the timeline. A new kind of record gets a source in `sources` and a line here. */
const sources: readonly Source[] = [
  listNoteRows,
  listIncidentRows,
  listNumberRows,
  listStepRows,
  listExhibitRows,
  listPacketRows,
  listHandoverRows,
  listDocumentRows,
  listLetterRows,
  listTakedownRows,
  listRefusalRows,
  listDangerRows,
  listConsentRows,
  listReleaseRows,
  listReferralRows,
  listDeskRows,
];

/** More than any case has. */
const everything = 100_000;

/**
 * The lines of a case that this person may see, the newest first: all, or enough for the newest `most`.
 * @throws AppError not_found
 */
export async function traceCase(
  ctx: TxCtx,
  caseId: string,
  most = everything,
): Promise<{ traced: Traced; rows: SourceRow[] }> {
  const finding = findCase(ctx, caseId);
  // An id that is none would end the transaction for what is asked beside it.
  if (!isId(caseId)) await finding;
  const [row, law, [key]] = await Promise.all([finding, readLaw(ctx), keyOf(ctx, caseId)]);
  const playbook = playbookOf(row, law);
  const vault = vaultOf(ctx, row.keyId, key?.wrapped ?? null);
  const traced = { row, law, playbook, zone: playbook.home.zone, most, vault };
  const found = await Promise.all(sources.map((list) => list(ctx, traced)));
  return { traced, rows: found.flat().toSorted(byNewest) };
}

/** Read beside the case, and not when its row has said which key it has. */
const keyOf = (ctx: TxCtx, caseId: string) =>
  ctx.db
    .select({ wrapped: dataKeys.wrapped })
    .from(dataKeys)
    .innerJoin(cases, eq(cases.keyId, dataKeys.id))
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));

import "server-only";
import { hashSentences } from "@/lib/evidence/custody/labels";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { SnapshotExhibit } from "../snapshot/snapshot";
import { noteExhibits } from "./note-exhibits";

type Packed = {
  exhibits: readonly (Pick<SnapshotExhibit, "code" | "rehashed"> & Partial<Pick<SnapshotExhibit, "inAnnex">>)[];
  by: string | null;
  purpose: string;
};

/**
 * Records that each original was reread, when and with which result, and that it was packed, and which originals went
 * untouched into the sealed annex: the basis of the certificate.
 */
export async function notePacked(ctx: TxCtx, caseId: string, { exhibits: all, by, purpose }: Packed): Promise<void> {
  for (const at of new Set(all.flatMap(({ rehashed }) => rehashed?.at ?? []))) {
    const codes = all.flatMap(({ code, rehashed }) => (rehashed?.same && rehashed.at === at ? [code] : []));
    const read = { purpose: hashSentences.same, at: new Date(at), by: null, verified: true };
    await noteExhibits(ctx, { caseId, codes }, { action: "hashed", ...read });
  }
  const codes = all.map(({ code }) => code);
  await noteExhibits(ctx, { caseId, codes }, { action: "exported", by, purpose });
  const enclosed = all.filter(({ inAnnex }) => inAnnex?.as).map(({ code }) => code);
  const whole = "Its original, unmasked, put in the sealed annex of that packet";
  await noteExhibits(ctx, { caseId, codes: enclosed }, { action: "exported", by, purpose: whole });
}

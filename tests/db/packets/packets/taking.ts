import { type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { DraftContent } from "@/lib/packets/packets/input";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { takeSnapshot } from "@/lib/packets/packets/snapshot/take-snapshot";
import type { PacketKindKey } from "@/lib/packets/packets/types";
import { type CaseToPrint, draft as written } from "@/tests/support/case-to-print";
import type { Person } from "@/tests/support/org";

type Taken = { of: CaseToPrint; kind: PacketKindKey; change?: Record<string, unknown> };

/** What would be frozen for a packet of this kind, as the job takes it for whoever drafted it. */
export function takeFor(worker: Person, { of, kind, change = {} }: Taken): Promise<PacketSnapshot> {
  const facts = { caseId: of.caseId, code: `${of.code}-P9`, kind, number: 9, version: 1, draftedBy: worker.memberId };
  const draft = DraftContent.parse({ ...written, ...change });
  return withTransaction(
    worker.ctx,
    "read only",
    async (ctx: TxCtx) => (await takeSnapshot(ctx, { ...facts, draft })).snapshot,
  );
}

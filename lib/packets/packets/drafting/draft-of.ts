import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { DraftContent } from "../input";
import type { PacketKindKey } from "../types";
import { getDraftChoices } from "./queries";

/** What was written for the last packet of this kind, else what a first draft starts with; what is missing stays empty. */
export async function draftOf(ctx: TxCtx, { caseId, kind }: { caseId: string; kind: PacketKindKey }) {
  const { start } = await getDraftChoices(ctx, caseId, kind);
  return DraftContent.parse(start);
}

import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { DraftContent } from "../input";
import type { PacketKindKey } from "../types";
import { getDraftChoices } from "./queries";

/**
 * The content of the last packet of this kind, otherwise the initial content of a first draft; what is missing stays
 * empty.
 */
export async function draftOf(ctx: TxCtx, { caseId, kind }: { caseId: string; kind: PacketKindKey }) {
  const { start } = await getDraftChoices(ctx, caseId, kind);
  return DraftContent.parse(start);
}

import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findExhibit } from "./access";
import { exhibitLabel } from "./rules";
import type { Receipt } from "./types";

/** What the sender of an upload is told, however often they ask. @throws AppError not_found */
export async function receiptOf(ctx: TxCtx, exhibitId: string): Promise<Receipt> {
  const { number, sha256, size, sentSha256 } = await findExhibit(ctx, exhibitId);
  return { exhibitId, label: exhibitLabel(number), sha256, size, sentSha256 };
}

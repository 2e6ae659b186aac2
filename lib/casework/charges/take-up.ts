import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { type Considering, keepConsidered } from "./access";

/** An offence that a charge names is relied on again. */
export async function takeUp(ctx: TxCtx, row: Considering, offences: readonly (string | null)[]): Promise<void> {
  const left = row.considered.filter(({ offence }) => !offences.includes(offence));
  if (left.length < row.considered.length) await keepConsidered(ctx, row, left);
}

import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { type Considering, keepConsidered, readConsidered } from "./access";

/** An offence that a charge names is relied on again. */
export async function takeUp(ctx: TxCtx, row: Considering, offences: readonly (string | null)[]): Promise<void> {
  const considered = await readConsidered(ctx, row);
  const left = considered.filter(({ offence }) => !offences.includes(offence));
  if (left.length < considered.length) await keepConsidered(ctx, row, left);
}

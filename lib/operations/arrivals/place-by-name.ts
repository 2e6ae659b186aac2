import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { findNamedCase } from "./find-named-case";
import { placeArrival } from "./place-arrival";
import { readArrival } from "./queries";
import type { ArrivalState } from "./types";

/**
 * Puts what arrived on the open case that was named with it, if exactly one that this person sees has that code name or
 * code. Otherwise it stays until they choose, and nothing is lost.
 */
export async function placeByName(ctx: Ctx, arrivalId: string): Promise<ArrivalState> {
  const { state, body } = await readArrival(ctx, arrivalId);
  if (state !== "here" || !body || body.kind === "intake" || body.caseName === "") return state;
  const caseId = await findNamedCase(ctx, body.caseName);
  if (!caseId) return state;
  try {
    await placeArrival(ctx, { arrivalId, caseId });
    return "placed";
  } catch (error) {
    if (error instanceof AppError) return (await readArrival(ctx, arrivalId)).state;
    throw error;
  }
}

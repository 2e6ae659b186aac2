import "server-only";
import { type Ctx, fromReplica } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { AppError } from "@/lib/platform/errors";
import { countFigures } from "./count-figures";
import { keepCounts } from "./keep-counts";
import { inBackground, SlowToCount } from "./rules";
import type { Filter } from "./types";

/**
 * Counts in the background for a page that could not wait, as the person who opened it, and keeps what it counted, or that
 * it could not. While another such count of the organisation is at work, or when the person has left meanwhile, it keeps
 * nothing: the page asks again.
 */
export async function countInBackground(ctx: Ctx, filter: Filter): Promise<void> {
  try {
    const figures = await reading(fromReplica(ctx), (scoped) => countFigures(scoped, filter, inBackground));
    await keepCounts(ctx, { ...filter, figures });
  } catch (error) {
    if (error instanceof SlowToCount) await keepCounts(ctx, { ...filter, figures: null });
    else if (!(error instanceof AppError)) throw error;
  }
}

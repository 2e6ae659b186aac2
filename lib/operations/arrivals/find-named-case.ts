import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { findCases } from "@/lib/oversight/search/queries";
import { isNamed } from "./rules";

/** The one open case that this person sees under a code name or code; null for none, and for more than one. */
export async function findNamedCase(ctx: Ctx, typed: string): Promise<string | null> {
  const { hits } = await findCases(ctx, typed);
  const [found, other] = hits.filter((hit) => isNamed(typed, hit) && hit.closedAt === null);
  return found && !other ? found.caseId : null;
}

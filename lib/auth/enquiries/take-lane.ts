import "server-only";
import { takeEach } from "@/lib/auth/attempts/budgets";
import { blockOf, enquiryBudgets } from "./rules";
import type { Lane } from "./types";

/**
 * Whether an enquiry comes in. Nobody can shut the door for others: what is too much of all together is listed apart and
 * not refused, and once an organisation has its most, a network that is new still gets in.
 * @param network of the request, null if unknown
 */
export async function takeLane(orgId: string, network: string | null): Promise<Lane> {
  const from = network ?? "unknown";
  const block = blockOf(from);
  const of = (what: string) => `enquiry|${orgId}|${what}`;
  if (!(await takeEach([{ of: of(`most|${block}`), ...enquiryBudgets.networkMost }]))) return "slow";
  const usual = [
    { of: of(from), ...enquiryBudgets.network },
    { of: of("all"), ...enquiryBudgets.all },
  ];
  if (await takeEach(usual)) return "open";
  if (await takeEach([{ of: of("all most"), ...enquiryBudgets.allMost }])) return "apart";
  return (await takeEach([{ of: of(`new|${block}`), ...enquiryBudgets.newcomer }])) ? "apart" : "slow";
}

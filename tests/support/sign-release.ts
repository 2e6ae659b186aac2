import { grantRelease } from "@/lib/handover/releases/commands/grant-release";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { civilDate } from "@/lib/platform/time/clock";
import type { Person } from "./org";

/** A release for the investigating officer, signed today, for every exhibit and not for identity. It names nobody. */
export async function signRelease(ctx: Ctx, caseId: string, over: Record<string, unknown> = {}): Promise<string> {
  const { id } = await grantRelease(ctx, {
    caseId,
    recipientRole: "investigating_officer",
    recipient: "Investigating officer",
    purpose: "The docket",
    which: "all",
    crossBorderBasis: "Consent",
    signedOn: civilDate(ctx.now, "Africa/Johannesburg"),
    ...over,
  });
  return id;
}

/** The ticks of a form that names these officers. */
export function naming(...officers: readonly Pick<Person, "memberId">[]): { officers: Record<string, "on"> } {
  return { officers: Object.fromEntries(officers.map(({ memberId }) => [memberId, "on" as const])) };
}

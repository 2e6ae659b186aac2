import type { Ctx } from "@/lib/access/ctx";
import { civilDate } from "@/lib/platform/clock";
import { grantRelease } from "@/lib/releases/grant-release";

/** A release that an investigating officer comes under, signed today, for every exhibit and not for identity. */
export async function signRelease(ctx: Ctx, caseId: string, over: Record<string, unknown> = {}): Promise<string> {
  const { id } = await grantRelease(ctx, {
    ...{ caseId, recipientRole: "investigating_officer", recipient: "Investigating officer", purpose: "The docket" },
    ...{ which: "all", crossBorderBasis: "Consent", signedOn: civilDate(ctx.now, "Africa/Johannesburg"), ...over },
  });
  return id;
}

import { addTakedown } from "@/lib/escalation/takedowns/commands/add-takedown";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";

/** An item on the take-down list of a planted case. */
export async function plantTakedown(ctx: Ctx, caseId: string, platform = "instagram"): Promise<string> {
  const url = `https://${platform}.example/p/${newId()}`;
  return (await addTakedown(ctx, { caseId, platform, url })).id;
}

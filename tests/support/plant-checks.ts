import { setChecks } from "@/lib/escalation/checks/set-checks";
import { addTakedown } from "@/lib/escalation/takedowns/commands/add-takedown";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { siteHost, videoHost } from "./platform-site";

/** The checker on, for the site of the tests and the platform whose rules they know. @param admin who may */
export async function turnChecksOn(admin: Ctx, hosts: readonly string[] = [siteHost, videoHost]): Promise<void> {
  await setChecks(admin, { on: "on", platforms: [], ownHosts: hosts.join("\n") });
}

/** An item at the site of the tests. */
export async function plantListed(ctx: Ctx, caseId: string, url = `https://${siteHost}/p/${newId()}`): Promise<string> {
  return (await addTakedown(ctx, { caseId, platform: "other", url })).id;
}

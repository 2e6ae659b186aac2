import { addWebhook } from "@/lib/integrations/webhooks/commands/add-webhook";
import { sendMessages } from "@/lib/integrations/webhooks/send-messages";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { addHours } from "@/lib/platform/time/clock";
import type { Org } from "./org";
import { type Site, siteHost } from "./platform-site";

export const hookForm = (over: Record<string, unknown> = {}) => ({
  name: "The warehouse",
  address: `https://${siteHost}/in`,
  types: ["case.opened", "case.closed", "exhibit.added", "deadline.overdue"],
  ...over,
});

/** A webhook of the administrator, with its secret. */
export async function plantWebhook(org: Org, over: Record<string, unknown> = {}) {
  return addWebhook(await org.confirmed("admin"), hookForm(over));
}

/** Works off what is due, so many hours from now. */
export function sendDue(org: Org, site: Pick<Site, "ways">, hours = 0): Promise<number> {
  const now = () => addHours(new Date(), hours);
  return sendMessages(jobCtx(org.id, { now }), site.ways);
}

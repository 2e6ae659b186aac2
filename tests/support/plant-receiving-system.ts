import { listSendings } from "@/lib/integrations/case-sendings/queries";
import { addReceivingSystem } from "@/lib/integrations/receiving-systems/commands/add-receiving-system";
import type { Org, Person } from "./org";
import { siteHost } from "./platform-site";

export const systemForm = (serviceId: string, over: Record<string, unknown> = {}) => ({
  serviceId,
  address: `https://${siteHost}`,
  userName: "crossdocket",
  systemPassword: "not a real password",
  mapping: { code: "other_agency_id", openedOn: "registration_date", passedOn: "notes_section" },
  sealedSeen: { passedOn: "on" },
  ...over,
});

/** The system of a service, named by an administrator. */
export async function plantReceivingSystem(org: Org, serviceId: string, over: Record<string, unknown> = {}) {
  return addReceivingSystem(await org.confirmed("admin"), systemForm(serviceId, over));
}

/** The form under what a member reads would leave for a referral. */
export async function sendingForm(member: Person, caseId: string, referralId: string) {
  const of = (await listSendings(member.ctx, caseId)).get(referralId);
  return { referralId, seen: of?.outgoing?.seen ?? "0".repeat(64), read: "on" };
}

import { agreeSending } from "@/lib/casework/clients/agree-sending";
import { setSafeContact } from "@/lib/casework/clients/set-safe-contact";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { openSample, safeContact } from "./case-form";
import type { Person } from "./org";
import { plantPage } from "./plant-client-page";
import { seeing } from "./seeing";

const everyDay = {
  monday: "on",
  tuesday: "on",
  wednesday: "on",
  thursday: "on",
  friday: "on",
  saturday: "on",
  sunday: "on",
};

/** Any hour of any day, by both ways. */
export const always = { ...everyDay, sms: "on", email: "on", from: "00:00", until: "23:59" };

/** A case with a page whose client agreed to messages at any hour; the protocol is whole. */
export async function plantReachable(worker: Person): Promise<{ caseId: string; clientId: string; ctx: Ctx }> {
  const ctx = { ...worker.ctx, now: new Date("2026-11-30T10:00:00Z") };
  const { id: caseId, clientId } = await openSample(worker.ctx);
  await seeing(setSafeContact, "clientId")(ctx, { clientId, ...safeContact, codeWord: "", never: "No calls" });
  await plantPage(worker, caseId);
  await agreeSending(ctx, { clientId, ...always });
  return { caseId, clientId, ctx };
}

import { referClient } from "@/lib/casework/referrals/refer-client";
import { addService } from "@/lib/casework/services/add-service";
import { officeToday } from "@/lib/law/office/rules";
import type { Person } from "./org";

/** A service of the directory, and a referral of the client of a case to it. */
export async function makeReferral(worker: Person, caseId: string, change: Record<string, string> = {}) {
  const { id: serviceId } = await addService(worker.ctx, { kind: "shelter", name: "Shelter at the river (invented)" });
  const given = {
    caseId,
    serviceId,
    purpose: "A bed for the client and the Quagga children.",
    passedOn: "A first name and a safe number.",
    consent: "spoken",
    consentOn: officeToday(worker.ctx.now),
    consentNote: "Asked on the telephone.",
  };
  return { serviceId, ...(await referClient(worker.ctx, { ...given, ...change })) };
}

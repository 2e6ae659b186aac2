import "server-only";
import { answerElements } from "@/lib/casework/charges/answer-elements";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { listCharges } from "@/lib/casework/charges/queries";
import { listExhibitChoices } from "@/lib/casework/incidents/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { listIncidentIds } from "./incident-ids";

type Pair = readonly [homeOffence: string, thereOffence: string];

/** Names an offence on a case, paired with the other country's law, and links every element to an incident and its exhibit. */
export async function loadCharge(ctx: Ctx, caseId: string, [homeOffence, thereOffence]: Pair): Promise<void> {
  await nameCharge(ctx, { caseId, homeOffence, thereOffence });
  const [charge] = await listCharges(ctx, caseId);
  const [incidentId] = await listIncidentIds(ctx, caseId);
  const [exhibit] = await listExhibitChoices(ctx, caseId);
  if (!charge || !incidentId || !exhibit) throw new Error("The charge of the demonstration was not named.");
  const answers = charge.elements.map(({ side, element }) => ({
    side,
    element,
    incidents: [incidentId],
    exhibits: [exhibit.id],
    note: "Shown by the message and by who sent it.",
  }));
  await answerElements(ctx, { caseId, chargeId: charge.id, answers });
}

import { openCase } from "@/lib/casework/cases/commands/open-case";
import { countAffected } from "@/lib/privacy/breaches/commands/count-affected";
import { draftNotices } from "@/lib/privacy/breaches/commands/draft-notices";
import { recordBreach } from "@/lib/privacy/breaches/commands/record-breach";
import { caseForm } from "./case-form";
import type { Person } from "./org";

/** What the form sends; whom it concerns is the caller's affair. */
export const breachForm = (over: Record<string, unknown> = {}) => ({
  discovered: "2026-01-05T09:30",
  zone: "Africa/Johannesburg",
  categories: ["contact", "messages"],
  what: "A laptop with an open session was taken from the office",
  grounds: "The thief posted a picture of the screen",
  consequences: "Somebody may know that you came to us",
  measures: "The session was ended, the disk was erased",
  advice: "Change the password of your mailbox",
  ...over,
});

export const ticks = { channelSafe: "on", nobodyElse: "on", subjectLine: "on", neverKept: "on" };

/** A breach on one case, with the notice to its client drafted. */
export async function plantBreach(supervisor: Person): Promise<{ breachId: string; clientId: string }> {
  const { clientId } = await openCase(supervisor.ctx, caseForm());
  const { id: breachId } = await recordBreach(
    supervisor.ctx,
    breachForm({ memberId: supervisor.memberId, from: "2020-01-01T00:00" }),
  );
  await countAffected(supervisor.ctx, { breachId });
  await draftNotices(supervisor.ctx, { breachId });
  return { breachId, clientId };
}

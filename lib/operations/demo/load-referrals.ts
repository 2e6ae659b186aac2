import "server-only";
import { answerReferral } from "@/lib/casework/referrals/answer-referral";
import { endReferral } from "@/lib/casework/referrals/end-referral";
import { referClient } from "@/lib/casework/referrals/refer-client";
import { addService } from "@/lib/casework/services/add-service";
import { dayAgo, daysAgo } from "./days";
import type { Cast } from "./load-people";
import type { Stories } from "./read-stories";

/** The directory of services, and what came of the referrals to them. */
export async function loadReferrals({ thandi }: Cast, stories: Stories, opened: Map<string, string>): Promise<void> {
  const { ctx } = thandi;
  const ids = new Map<string, string>();
  for (const service of stories.services) ids.set(service.name, (await addService(daysAgo(ctx, 60), service)).id);
  for (const story of stories.referrals) {
    const on = dayAgo(ctx, story.ago);
    const { id: referralId } = await referClient(daysAgo(ctx, story.ago), {
      caseId: opened.get(story.pseudonym),
      serviceId: ids.get(story.to),
      purpose: story.purpose,
      passedOn: story.passedOn,
      consent: story.consent,
      consentOn: on,
      consentNote: story.note,
      answerBy: story.answerIn === undefined ? undefined : dayAgo(ctx, story.ago - story.answerIn),
    });
    const { answer, outcome } = story;
    if (answer) {
      const answeredOn = dayAgo(ctx, answer.ago);
      const words = { answer: answer.answer, words: answer.words };
      await answerReferral(daysAgo(ctx, answer.ago), { referralId, answeredOn, ...words });
    }
    if (outcome) {
      const endedOn = dayAgo(ctx, outcome.ago);
      await endReferral(daysAgo(ctx, outcome.ago), { referralId, endedOn, outcome: outcome.words });
    }
  }
}

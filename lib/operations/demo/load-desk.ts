import "server-only";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { closeReview } from "@/lib/casework/reviews/close-review";
import { replyToReview } from "@/lib/casework/reviews/reply-to-review";
import { writeReview } from "@/lib/casework/reviews/write-review";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { saveView } from "@/lib/oversight/saved-views/save-view";
import { dayAgo, daysAgo } from "./days";
import type { Cast } from "./load-people";

/**
 * What is pending between the supervisor and the caseworkers: flags, review notes, an offered case, an absence and a
 * shared view.
 */
export async function loadDesk(cast: Cast, opened: Map<string, string>): Promise<void> {
  const { supervisor, thandi, anele } = cast;
  const caseOf = (pseudonym: string) => opened.get(pseudonym) ?? "";
  const read = { caseId: caseOf("Sandpiper"), note: "Read through. The next step is the right one." };
  const { id: reviewId } = await writeReview(daysAgo(supervisor.ctx, 5), { ...read, wantsAnswer: "on" });
  const answer = { reviewId, words: "Thank you. The officer phones on Thursday." };
  await replyToReview(daysAgo(thandi.ctx, 4), answer);
  await closeReview(daysAgo(supervisor.ctx, 4), { reviewId });
  const why = "What do we do when the Secretariat does not answer? Write down the next level.";
  await writeReview(daysAgo(supervisor.ctx, 1), { caseId: caseOf("Weaver"), note: why, wantsAnswer: "on" });
  await raiseFlag(daysAgo(thandi.ctx, 3), {
    caseId: caseOf("Sandpiper"),
    message: "Ask whether the new number is safe to use.",
    lookOn: dayAgo(thandi.ctx, 1),
  });
  await raiseFlag(daysAgo(anele.ctx, 2), {
    caseId: caseOf("Blue Crane"),
    message: "The client moves house at the end of the month.",
    lookOn: dayAgo(anele.ctx, -5),
  });
  await offerCase(daysAgo(anele.ctx, 1), {
    caseId: caseOf("Fish Eagle"),
    memberId: thandi.memberId,
    reason: "You helped this client before, and I am at the court until Friday.",
  });
  const away = { memberId: cast.sipho.memberId, coverId: thandi.memberId };
  const days = { fromOn: dayAgo(supervisor.ctx, 2), untilOn: dayAgo(supervisor.ctx, -5) };
  await recordAbsence(daysAgo(supervisor.ctx, 3), { ...away, ...days });
  await saveView(supervisor.ctx, { name: "High risk and overdue", query: "due=overdue&risk=high", shared: "on" });
}

import "server-only";
import { answerElements } from "@/lib/casework/charges/answer-elements";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { setAsideOffence } from "@/lib/casework/charges/set-aside-offence";
import { listExhibitChoices, listIncidents } from "@/lib/casework/incidents/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import type { ChargeStory } from "./story-types";

/**
 * Names an offence on a case, paired with the other country's law, links each element to the acts that carry it, and says
 * why the others are not relied on.
 */
export async function loadCharge(ctx: Ctx, caseId: string, story: ChargeStory): Promise<void> {
  const { home: homeOffence, there: thereOffence } = story;
  const { id: chargeId } = await nameCharge(ctx, { caseId, homeOffence, thereOffence });
  const incidents = new Map((await listIncidents(ctx, caseId)).map(({ code, id }) => [code, id]));
  const exhibits = new Map((await listExhibitChoices(ctx, caseId)).map(({ code, id }) => [code, id]));
  const idsOf = (codes: readonly string[], known: ReadonlyMap<string, string>) =>
    codes.map((code) => {
      const id = known.get(code);
      if (!id) throw new Error(`${story.pseudonym}: there is no ${code}.`);
      return id;
    });
  const answers = story.answers.flatMap((answer) =>
    answer.elements.map((element) => {
      const [side, key] = element.split(" ");
      return {
        side,
        key,
        incidents: idsOf(answer.incidents, incidents),
        exhibits: idsOf(answer.exhibits ?? [], exhibits),
        note: answer.note,
      };
    }),
  );
  await answerElements(ctx, { caseId, chargeId, answers });
  for (const [offence, why] of Object.entries(story.considered)) await setAsideOffence(ctx, { caseId, offence, why });
}

import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError, NothingChanged } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { answerElements } from "./answer-elements";
import { LinkAct } from "./input";
import { listCharges } from "./queries";
import { elementPlace } from "./rules";
import type { ChargeView, ElementView } from "./types";

/**
 * Says which elements of the named offences one incident shows: it is linked to those that are ticked and to no others.
 * What else supports an element stays.
 * @throws NothingChanged; AppError invalid on `elements` for an act before the law
 */
export const linkAct = command({
  needs: "case.write",
  input: LinkAct,
  async run(ctx, { caseId, incidentId, elements }) {
    const { id } = await lockCase(ctx, caseId);
    const ticked = new Set(elements);
    const changes = (await listCharges(ctx, id)).map((charge) => ({
      charge,
      changed: charge.elements.filter(
        (element) => ticked.has(elementPlace(charge, element)) !== element.incidentIds.includes(incidentId),
      ),
    }));
    const count = changes.reduce((sum, { changed }) => sum + changed.length, 0);
    if (count === 0) throw new NothingChanged();
    for (const { charge, changed } of changes) {
      if (changed.length > 0) await answer(ctx, { caseId: id, charge, changed, incidentId });
    }
    return {
      value: { caseId: id },
      audit: { action: "charge.act_linked", subjectId: incidentId, caseId: id, detail: { elements: count } },
    };
  },
});

type Change = { caseId: string; charge: ChargeView; changed: readonly ElementView[]; incidentId: string };

/** The form has one field for all elements, so what one of them refuses is said there. */
async function answer(ctx: TxCtx, { caseId, charge, changed, incidentId }: Change): Promise<void> {
  try {
    await answerElements(ctx, {
      caseId,
      chargeId: charge.id,
      answers: changed.map(({ side, key, incidentIds, exhibitIds, note, declined }) => ({
        side,
        key,
        incidents: incidentIds.includes(incidentId)
          ? incidentIds.filter((id) => id !== incidentId)
          : [...incidentIds, incidentId],
        exhibits: exhibitIds,
        note: note ?? "",
        declined: Object.fromEntries(declined.map(({ id, why }) => [id, why])),
      })),
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    const message = Object.values(error.fields)[0] ?? error.message;
    throw new AppError("invalid", t("Nothing was saved yet."), { elements: message });
  }
}

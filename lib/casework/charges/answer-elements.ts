import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { charges } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { elementText, needsOf } from "@/lib/law/dual-criminality/rules";
import type { CaseFacts, KeptAnswer } from "@/lib/law/dual-criminality/types";
import { findOffence, inForceOn, type Law } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError, NothingChanged } from "@/lib/platform/errors";
import { findCharge } from "./access";
import { AnswerElements } from "./input";
import { readCaseFacts } from "./read-case-facts";
import { sameAnswers } from "./rules";

/**
 * Links facts to the elements of a charge, or says why a requirement of the other country is met. The answers replace
 * those of the same elements; others are kept.
 * @throws NothingChanged; AppError invalid on `answers.N.incidents` or `.exhibits` for those of another case, or an act
 * before the law
 */
export const answerElements = command({
  needs: "case.write",
  input: AnswerElements,
  async run(ctx, { caseId, chargeId, answers }) {
    const row = await lockCase(ctx, caseId);
    const charge = await findCharge(ctx, row.id, chargeId);
    const at = { charge, pair: row.pair, law: await readLaw(ctx), facts: await readCaseFacts(ctx, row.id) };
    for (const [index, answer] of answers.entries()) refuseAnswer(at, answer, index);
    const key = (answer: { side: string; element: number; need?: string | null }) =>
      answer.side === "pair" ? `pair ${answer.need}` : `${answer.side} ${answer.element}`;
    const given = new Map(answers.map((answer) => [key(answer), answer]));
    const kept = charge.elements.filter((element) => !given.has(key(element)));
    const now = [...given.values()].flatMap(keptAnswer);
    const elements = [...kept, ...now].toSorted((a, b) => a.side.localeCompare(b.side) || a.element - b.element);
    if (sameAnswers(elements, charge.elements)) throw new NothingChanged();
    await ctx.db
      .update(charges)
      .set({ elements })
      .where(and(eq(charges.orgId, ctx.orgId), eq(charges.id, charge.id)));
    await touchCase(ctx, row.id);
    const detail = { answered: elements.length };
    return {
      value: { id: charge.id },
      audit: { action: "charge.elements_answered", subjectId: charge.id, caseId: row.id, detail },
    };
  },
});

type Answer = z.output<typeof AnswerElements>["answers"][number];
type Place = { charge: typeof charges.$inferSelect; pair: string; law: Law; facts: CaseFacts };

function keptAnswer(answer: Answer): KeptAnswer[] {
  const { side, element, incidents, exhibits, note, need } = answer;
  if (incidents.length === 0 && exhibits.length === 0 && !note) return [];
  const content = { incidentIds: incidents, exhibitIds: exhibits, note: note ?? "" };
  return [side === "pair" ? { side, element: 0, need: need ?? "", ...content } : { side, element, ...content }];
}

function refuseAnswer(at: Place, answer: Answer, index: number): void {
  const refuse = (field: string, message: string) => {
    throw new AppError("invalid", message, { [`answers.${index}.${field}`]: message });
  };
  if (!isAsked(at, answer)) refuse("element", t("The offence has no such element."));
  const { charge, facts, law } = at;
  const key = answer.side === "home" ? charge.homeOffence : charge.thereOffence;
  const offence = key ? findOffence(key, law) : null;
  for (const id of answer.incidents) {
    const incident = facts.incidents.find((candidate) => candidate.id === id);
    if (!incident) {
      refuse("incidents", t("Choose incidents of this case."));
    } else if (incident.kind === "act" && offence && !inForceOn(offence, incident.day)) {
      refuse(
        "incidents",
        t("{citation} was not in force on the day of {code}.", { citation: offence.citation, code: incident.code }),
      );
    }
  }
  if (answer.exhibits.some((id) => !facts.exhibits.some((exhibit) => exhibit.id === id))) {
    refuse("exhibits", t("Choose exhibits of this case."));
  }
}

/** An element of the offence, or a requirement that the law data leaves to a person. */
function isAsked({ charge, pair, law }: Place, { side, element, need }: Answer): boolean {
  if (side !== "pair") return elementText(charge, { side, element }, law) !== null;
  return needsOf(pair, charge, law).some((candidate) => candidate.there === need && candidate.metBy.includes("ask"));
}

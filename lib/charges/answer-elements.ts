import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { charges } from "@/db/schema";
import { command } from "@/lib/access/command";
import { lockCase, touchCase } from "@/lib/cases/scope";
import { incidentCode } from "@/lib/incidents/rules";
import { findOffence, inForceOn } from "@/lib/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { AnswerElements } from "./input";
import { elementText, type KeptAnswer, sameAnswers } from "./rules";
import { findCharge, incidentDays } from "./scope";

/**
 * Ties facts to the elements of a charge. The answers given replace those elements; others stay.
 * @throws AppError invalid on `answers.N.incidents` for an incident of another case, or from before the law
 */
export const answerElements = command({
  needs: "case.write",
  input: AnswerElements,
  async run(ctx, { caseId, chargeId, answers }) {
    const row = await lockCase(ctx, caseId);
    const charge = await findCharge(ctx, row.id, chargeId);
    const days = await incidentDays(ctx, row.id);
    for (const [at, answer] of answers.entries()) refuseAnswer(charge, answer, days, at);
    const key = (one: { side: string; element: number }) => `${one.side} ${one.element}`;
    const given = new Map(answers.map((one) => [key(one), one]));
    const kept = charge.elements.filter((one) => !given.has(key(one)));
    const now = [...given.values()].flatMap(keptAnswer);
    const elements = [...kept, ...now].toSorted((a, b) => a.side.localeCompare(b.side) || a.element - b.element);
    if (sameAnswers(elements, charge.elements)) {
      throw new AppError("conflict", "Nothing was changed.");
    }
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
type Day = Awaited<ReturnType<typeof incidentDays>>[number];

function keptAnswer(answer: Answer): KeptAnswer[] {
  if (answer.incidents.length === 0 && !answer.note) return [];
  const { side, element, incidents, note } = answer;
  return [{ side, element, incidentIds: incidents, note: note ?? "" }];
}

function refuseAnswer(charge: typeof charges.$inferSelect, answer: Answer, days: readonly Day[], at: number): void {
  const refuse = (field: string, said: string) => {
    throw new AppError("invalid", said, { [`answers.${at}.${field}`]: said });
  };
  if (!elementText(charge, answer)) refuse("element", "The offence has no such element.");
  const key = answer.side === "home" ? charge.homeOffence : charge.thereOffence;
  const offence = key ? findOffence(key) : null;
  for (const id of answer.incidents) {
    const incident = days.find((one) => one.id === id);
    if (!incident) {
      refuse("incidents", "Choose incidents of this case.");
    } else if (incident.kind === "act" && offence && !inForceOn(offence, incident.day)) {
      const code = incidentCode(incident.kind, incident.number);
      refuse("incidents", `${offence.citation} was not in force on the day of ${code}.`);
    }
  }
}

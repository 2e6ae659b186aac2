import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { charges } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { refuseOld } from "@/lib/kernel/access/refuse-old";
import {
  answersOf,
  findElement,
  isInElement,
  needKey,
  needsOf,
  offenceOf,
  unplaced,
} from "@/lib/law/dual-criminality/rules";
import type { CaseFacts, KeptAnswer } from "@/lib/law/dual-criminality/types";
import { inForceOn, type Law } from "@/lib/law/jurisdictions/rules";
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
    refuseOld(ctx, charge.namedAt);
    const at = { charge, pair: row.pair, law: await readLaw(ctx), facts: await readCaseFacts(ctx, row.id) };
    for (const [index, answer] of answers.entries()) refuseAnswer(at, answer, index);
    const keyOf = ({ side, key }: { side: string; key: string }) => `${side} ${key}`;
    const given = new Map(answers.map((answer) => [keyOf(answer), answer]));
    const before = answersOf(row.pair, charge, at.law);
    const kept = before.filter((answer) => !given.has(keyOf(answer)));
    const elements = [...kept, ...[...given.values()].flatMap(keptAnswer)].toSorted((a, b) =>
      keyOf(a).localeCompare(keyOf(b)),
    );
    if (sameAnswers(elements, before)) throw new NothingChanged();
    await ctx.db
      .update(charges)
      .set({ elements: [...unplaced(row.pair, charge, at.law), ...elements] })
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

function keptAnswer({ side, key, incidents, exhibits, note, declined }: Answer): KeptAnswer[] {
  const refused = declined.filter(({ incidentId }) => !incidents.includes(incidentId));
  if (incidents.length + exhibits.length + refused.length === 0 && !note) return [];
  return [{ side, key, incidentIds: incidents, exhibitIds: exhibits, note: note ?? "", declined: refused }];
}

function refuseAnswer(at: Place, answer: Answer, index: number): void {
  const refuse = (field: string, message: string) => {
    throw new AppError("invalid", message, { [`answers.${index}.${field}`]: message });
  };
  if (!isAsked(at, answer)) refuse("key", t("The offence has no such element."));
  const { charge, facts, law } = at;
  const offence = offenceOf(charge, answer.side === "home" ? "home" : "there", law);
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
  if (answer.declined.some(({ incidentId }) => !facts.incidents.some((incident) => incident.id === incidentId))) {
    refuse("declined", t("Choose incidents of this case."));
  }
  if (answer.exhibits.some((id) => !facts.exhibits.some((exhibit) => exhibit.id === id))) {
    refuse("exhibits", t("Choose exhibits of this case."));
  }
}

/** An element of the offence, or a requirement that the law data leaves to a person. */
function isAsked({ charge, pair, law }: Place, { side, key }: Answer): boolean {
  if (side !== "pair") return findElement(charge, { side, key }, law) !== null;
  return needsOf(pair, charge, law).some(
    (need) => needKey(need) === key && need.metBy.includes("ask") && !isInElement(need, charge, law),
  );
}

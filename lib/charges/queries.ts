import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { charges, members } from "@/db/schema";
import { query } from "@/lib/access/query";
import { findCase } from "@/lib/cases/scope";
import { incidentCode } from "@/lib/incidents/rules";
import { findOffence, pairingsOf } from "@/lib/jurisdictions/rules";
import type { Offence } from "@/lib/jurisdictions/types";
import { chargeChoices, type KeptAnswer, offenceView } from "./rules";
import { actDays, incidentDays } from "./scope";
import type { ChargeChoices, ChargeView, ElementView } from "./types";

type Days = Awaited<ReturnType<typeof incidentDays>>;

/** Offences named on a case, element by element, with the facts that carry them and the gaps. @throws AppError not_found */
export const listCharges = query("case.read", async (ctx, caseId: string): Promise<ChargeView[]> => {
  const row = await findCase(ctx, caseId);
  const days = await incidentDays(ctx, row.id);
  const found = await ctx.db
    .select({ charge: charges, by: members.name })
    .from(charges)
    .innerJoin(members, eq(members.id, charges.namedBy))
    .where(and(eq(charges.orgId, ctx.orgId), eq(charges.caseId, row.id)))
    .orderBy(asc(charges.number));
  return found.flatMap(({ charge, by }) => {
    const home = findOffence(charge.homeOffence);
    if (!home) return [];
    const there = charge.thereOffence ? findOffence(charge.thereOffence) : null;
    const pairing = pairingsOf(row.pair, home.key).find((one) => there && one.there.includes(there.key));
    const elements = [
      ...elementsOf("home", home, charge.elements, days),
      ...(there ? elementsOf("there", there, charge.elements, days) : []),
    ];
    return {
      id: charge.id,
      number: charge.number,
      home: offenceView(home, actDays(days)),
      there: there && offenceView(there, actDays(days)),
      extraElement: pairing?.extraElement ?? null,
      elements,
      gaps: elements.filter((element) => element.gap).length,
      namedBy: by,
      namedAt: charge.namedAt,
    };
  });
});

/** What can be named on the case, and what the law does not allow to be named. @throws AppError not_found */
export const readChargeChoices = query("case.read", async (ctx, caseId: string): Promise<ChargeChoices> => {
  const row = await findCase(ctx, caseId);
  return chargeChoices(row, actDays(await incidentDays(ctx, row.id)));
});

function elementsOf(side: "home" | "there", offence: Offence, kept: readonly KeptAnswer[], days: Days): ElementView[] {
  return offence.elements.map((text, element) => {
    const answer = kept.find((one) => one.side === side && one.element === element);
    const carried = days.filter((day) => answer?.incidentIds.includes(day.id));
    return {
      side,
      element,
      text,
      incidentIds: carried.map((one) => one.id),
      incidents: carried.map((one) => incidentCode(one.kind, one.number)),
      note: answer?.note || null,
      gap: carried.length === 0,
    };
  });
}

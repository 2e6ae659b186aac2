import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { charges, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { caseWarnings, pairingGaps } from "@/lib/law/dual-criminality/rules";
import type { CaseFacts, KeptAnswer, WarningView } from "@/lib/law/dual-criminality/types";
import { findOffence, findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import type { Offence } from "@/lib/law/jurisdictions/types";
import { readLaw } from "@/lib/law/provisions/queries";
import { civilDate } from "@/lib/platform/time/clock";
import { actDays } from "./act-days";
import { readCaseFacts } from "./read-case-facts";
import { chargeChoices, namedOffenceView } from "./rules";
import type { ChargeChoices, ChargeView, ElementView } from "./types";

/** Offences named on a case, element by element, with the facts that carry them and the gaps. @throws AppError not_found */
export const listCharges = query("case.read", async (ctx, caseId: string): Promise<ChargeView[]> => {
  const row = await findCase(ctx, caseId);
  const law = await readLaw(ctx);
  const facts = await readCaseFacts(ctx, row.id);
  const found = await ctx.db
    .select({ charge: charges, by: members.name })
    .from(charges)
    .innerJoin(members, eq(members.id, charges.namedBy))
    .where(and(eq(charges.orgId, ctx.orgId), eq(charges.caseId, row.id)))
    .orderBy(asc(charges.number));
  return found.flatMap(({ charge, by }) => {
    const view = viewOf(row.pair, charge, facts, law);
    const { id, number, namedAt } = charge;
    return view ? [{ id, number, namedAt, namedBy: by, ...view }] : [];
  });
});

/** What is still open on the charges of a case, in both countries. @throws AppError not_found */
export const countChargeGaps = query(
  "case.read",
  async (ctx, caseId: string): Promise<number> =>
    (await listCharges(ctx, caseId)).reduce((sum, charge) => sum + charge.gaps, 0),
);

function viewOf(pair: string, charge: typeof charges.$inferSelect, facts: CaseFacts, law: Law) {
  const home = findOffence(charge.homeOffence, law);
  if (!home) return null;
  const there = charge.thereOffence ? findOffence(charge.thereOffence, law) : null;
  const elements = [
    ...elementsOf("home", home, charge.elements, facts),
    ...(there ? elementsOf("there", there, charge.elements, facts) : []),
  ];
  const pairing = there ? pairingGaps(pair, charge, facts, law) : null;
  const open = pairing?.lines.filter((line) => line.state === "gap" || line.state === "ask") ?? [];
  return {
    home: namedOffenceView(home, facts.incidents),
    there: there && namedOffenceView(there, facts.incidents),
    elements,
    pairing,
    gaps: elements.filter((element) => element.gap).length + open.length,
  };
}

/** The offences that can be alleged on the case, and those that the law does not permit. @throws AppError not_found */
export const readChargeChoices = query("case.read", async (ctx, caseId: string): Promise<ChargeChoices> => {
  const row = await findCase(ctx, caseId);
  const { incidents } = await readCaseFacts(ctx, row.id);
  return chargeChoices(row, actDays(incidents), await readLaw(ctx));
});

/** What currently weakens a request to the other country. @throws AppError not_found */
export const listChargeWarnings = query("case.read", async (ctx, caseId: string): Promise<WarningView[]> => {
  const row = await findCase(ctx, caseId);
  const playbook = findPlaybook(row.pair, row.playbookVersion, await readLaw(ctx));
  const named = await ctx.db
    .select({ home: charges.homeOffence, there: charges.thereOffence })
    .from(charges)
    .where(and(eq(charges.orgId, ctx.orgId), eq(charges.caseId, row.id)));
  const keys = named.flatMap(({ home, there }) => (there ? [home, there] : [home]));
  const today = civilDate(ctx.now, playbook?.home.zone ?? "UTC");
  return caseWarnings(playbook?.warnings ?? [], await readCaseFacts(ctx, row.id), keys, today);
});

function elementsOf(
  side: "home" | "there",
  offence: Offence,
  kept: readonly KeptAnswer[],
  facts: CaseFacts,
): ElementView[] {
  return offence.elements.map((text, element) => {
    const answer = kept.find((keptAnswer) => keptAnswer.side === side && keptAnswer.element === element);
    const carried = facts.incidents.filter((incident) => answer?.incidentIds.includes(incident.id));
    const shown = facts.exhibits.filter((exhibit) => answer?.exhibitIds?.includes(exhibit.id));
    return {
      side,
      element,
      text,
      incidentIds: carried.map((incident) => incident.id),
      exhibitIds: shown.map((exhibit) => exhibit.id),
      incidents: carried.map((incident) => incident.code),
      exhibits: shown.map((exhibit) => exhibit.code),
      note: answer?.note || null,
      gap: carried.length === 0 && shown.length === 0,
    };
  });
}

import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { charges, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { pairingGaps } from "@/lib/law/dual-criminality/pairing-gaps";
import { alignedRows, answersOf, candidatesOf, caseWarnings, offeredFor } from "@/lib/law/dual-criminality/rules";
import type { AlignedRow, CaseFacts, KeptAnswer, WarningView } from "@/lib/law/dual-criminality/types";
import { findOffence, findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { civilDate } from "@/lib/platform/time/clock";
import { readConsidered } from "./access";
import { actDays } from "./act-days";
import { readCaseFacts } from "./read-case-facts";
import { chargeChoices, namedOffenceView, offenceView } from "./rules";
import type { ChargeChoices, ChargeView, Consideration, ElementView } from "./types";

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
  const rows = alignedRows(pair, charge, law);
  const kept = answersOf(pair, charge, law);
  const elements = [...elementViews("home", rows, kept, facts), ...elementViews("there", rows, kept, facts)];
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
  const keys = await namedOffences(ctx, row.id);
  const today = civilDate(ctx.now, playbook?.home.zone ?? "UTC");
  return caseWarnings(playbook?.warnings ?? [], await readCaseFacts(ctx, row.id), keys, today);
});

/** The elements of one side in the order of its law, with what carries each and what may. */
function elementViews(
  side: "home" | "there",
  rows: readonly AlignedRow[],
  kept: readonly KeptAnswer[],
  facts: CaseFacts,
): ElementView[] {
  const found = rows.flatMap((row) => row[side].map((element) => ({ row, element })));
  return found
    .toSorted((a, b) => a.element.no - b.element.no)
    .map(({ row, element }) => {
      const answer = kept.find((candidate) => candidate.side === side && candidate.key === element.key);
      const carried = facts.incidents.filter((incident) => answer?.incidentIds.includes(incident.id));
      const shown = facts.exhibits.filter((exhibit) => answer?.exhibitIds.includes(exhibit.id));
      const whyNot = new Map(answer?.declined.map(({ incidentId, why }) => [incidentId, why]));
      const offered = offeredFor(row, element.offence, facts).filter((incident) => !carried.includes(incident));
      return {
        side,
        key: element.key,
        element: element.no,
        text: element.text,
        incidentIds: carried.map((incident) => incident.id),
        exhibitIds: shown.map((exhibit) => exhibit.id),
        incidents: carried.map((incident) => incident.code),
        exhibits: shown.map((exhibit) => exhibit.code),
        note: answer?.note || null,
        offered: offered.filter(({ id }) => !whyNot.has(id)).map(({ id, code }) => ({ id, code })),
        declined: facts.incidents.flatMap(({ id, code }) => {
          const why = whyNot.get(id);
          return why ? [{ id, code, why }] : [];
        }),
        gap: carried.length === 0 && shown.length === 0,
      };
    });
}

/** Offences that the acts may reach and nobody looked at, and those not relied on. @throws AppError not_found */
export const readConsideration = query("case.read", async (ctx, caseId: string): Promise<Consideration> => {
  const row = await findCase(ctx, caseId);
  const law = await readLaw(ctx);
  const playbook = findPlaybook(row.pair, row.playbookVersion, law);
  const facts = await readCaseFacts(ctx, row.id);
  const named = await namedOffences(ctx, row.id);
  const people = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  const countries = playbook ? [playbook.home, playbook.there] : [];
  const considered = await readConsidered(ctx, row);
  const seen = [...named, ...considered.map(({ offence }) => offence)];
  const candidates = candidatesOf(
    countries.map(({ code }) => code),
    facts,
    seen,
    law,
  );
  const days = actDays(facts.incidents);
  return {
    candidates: candidates.map(({ offence, acts }) => ({
      ...offenceView(offence, days),
      acts,
      country: countries.find(({ code }) => code === offence.jurisdiction)?.name ?? "",
    })),
    considered: considered.map(({ offence: key, why, by, at }) => {
      const offence = findOffence(key, law);
      const who = people.find(({ id }) => id === by)?.name ?? "";
      return { key, title: offence?.title ?? key, citation: offence?.citation ?? key, why, by: who, at: new Date(at) };
    }),
  };
});

async function namedOffences(ctx: TxCtx, caseId: string): Promise<string[]> {
  const named = await ctx.db
    .select({ home: charges.homeOffence, there: charges.thereOffence })
    .from(charges)
    .where(and(eq(charges.orgId, ctx.orgId), eq(charges.caseId, caseId)));
  return named.flatMap(({ home, there }) => (there ? [home, there] : [home]));
}

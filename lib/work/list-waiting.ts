import "server-only";
import { asc, type SQL } from "drizzle-orm";
import { cases } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { readReadings } from "@/lib/ladder/queries";
import { factOf, standing, whoHasIt } from "@/lib/steps/rules";
import { splitStep } from "@/lib/steps/split-step";
import type { CaseReading, StepPart } from "@/lib/steps/types";
import type { Few, WaitingItem } from "./types";

/** Nobody answers for more open cases than these; of more, those are read in which least happened. */
const most = 100;

/** The steps of these cases that lie with somebody else, and with whom: by the rules that draw the ladder itself. */
export async function listWaiting(ctx: Scoped, where: SQL | undefined): Promise<Few<WaitingItem>> {
  const rows = await ctx.db
    .select()
    .from(cases)
    .where(where)
    .orderBy(asc(cases.lastActivityAt), asc(cases.id))
    .limit(most);
  const readings = await readReadings(ctx, rows);
  const items = rows.flatMap((row) => {
    const c = readings.get(row.id);
    return (c ? placesOf(c) : [])
      .filter((one) => standing(one.reading, one.step) === "waiting")
      .map(
        ({ reading, step }): WaitingItem => ({
          caseId: row.id,
          pseudonym: row.pseudonym,
          stepKey: step.key,
          title: step.title,
          waitsOn: whoHasIt(reading, step),
          submittedOn: factOf(reading, step.key)?.submittedOn ?? null,
        }),
      );
  });
  return { items: items.toSorted(byDay), count: items.length };
}

/** Every step; of one that is reported to several platforms, each report by itself. */
function placesOf(c: CaseReading): Pick<StepPart, "reading" | "step">[] {
  return Object.values(c.playbook.steps).flatMap((step) => {
    const parts = splitStep(c, step);
    return parts.length > 0 ? parts : [{ reading: c, step }];
  });
}

/** The longest wait first; what has no day comes last. */
function byDay(a: WaitingItem, b: WaitingItem): number {
  if (a.submittedOn === null || b.submittedOn === null) {
    return Number(a.submittedOn === null) - Number(b.submittedOn === null);
  }
  return a.submittedOn.localeCompare(b.submittedOn);
}

import "server-only";
import { asc, type SQL } from "drizzle-orm";
import { cases } from "@/db/schema";
import { readReadings } from "@/lib/escalation/ladder/queries";
import { listPlaces } from "@/lib/escalation/steps/list-places";
import { factOf, standing, whoHasIt } from "@/lib/escalation/steps/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Few, WaitingItem } from "./types";

/** So many cases are read, those in which least happened, and so many lines are drawn. */
const most = 100;

/** The steps of these cases that are with somebody else, and with whom: by the same rules as the ladder. */
export async function listWaiting(ctx: TxCtx, where: SQL | undefined): Promise<Few<WaitingItem> & { cut: boolean }> {
  const rows = await ctx.db
    .select()
    .from(cases)
    .where(where)
    .orderBy(asc(cases.lastActivityAt), asc(cases.id))
    .limit(most + 1);
  const read = rows.slice(0, most);
  const readings = await readReadings(ctx, read);
  const items = read.flatMap((row) => {
    const c = readings.get(row.id);
    const places = c ? Object.values(c.playbook.steps).flatMap((step) => listPlaces(c, step)) : [];
    return places
      .filter((place) => standing(place.reading, place.step) === "waiting")
      .map(
        ({ key, reading, step }): WaitingItem => ({
          caseId: row.id,
          pseudonym: row.pseudonym,
          stepKey: step.key,
          part: key,
          title: step.title,
          waitsOn: whoHasIt(reading, step),
          submittedOn: factOf(reading, step.key)?.submittedOn ?? null,
        }),
      );
  });
  return { items: items.toSorted(byDay).slice(0, most), count: items.length, cut: rows.length > most };
}

/** The longest wait first; what has no day comes last. */
function byDay(a: WaitingItem, b: WaitingItem): number {
  if (a.submittedOn === null || b.submittedOn === null) {
    return Number(a.submittedOn === null) - Number(b.submittedOn === null);
  }
  return a.submittedOn.localeCompare(b.submittedOn);
}

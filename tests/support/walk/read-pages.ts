import { findCase } from "@/lib/casework/cases/access";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { readClient } from "@/lib/casework/clients/queries";
import { listIncidentPage, listIncidents } from "@/lib/casework/incidents/queries";
import { readStopDesk } from "@/lib/casework/minors-stop/queries";
import { listReferences } from "@/lib/casework/references/queries";
import { listReferences as listRegister } from "@/lib/casework/references/registers/queries";
import { listIdentifiers } from "@/lib/casework/subjects/identifiers/queries";
import { listSubjectPage, listSubjects } from "@/lib/casework/subjects/queries";
import { readClosingPage, readDeadlinesPage, readForecasts } from "@/lib/escalation/deadlines/queries";
import { readLadder, readReading } from "@/lib/escalation/ladder/queries";
import { readRefusalDesk } from "@/lib/escalation/refusals/queries";
import { listDeadlines, listFeedEvents, readMonthPage } from "@/lib/escalation/reminders/queries";
import { listExhibits } from "@/lib/evidence/exhibits/queries";
import { listReleases } from "@/lib/handover/releases/queries";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { countFacets } from "@/lib/oversight/case-list/count-facets";
import { countCases, listCases, readViewCounts } from "@/lib/oversight/case-list/queries";
import type { CaseFilters, CaseRow } from "@/lib/oversight/case-list/types";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { readNavCounts } from "@/lib/oversight/my-work/read-nav-counts";
import { readReports } from "@/lib/oversight/reports/queries";
import { listTeam } from "@/lib/oversight/team/list-team";
import { DraftContent } from "@/lib/packets/packets/input";
import { takeSnapshot } from "@/lib/packets/packets/snapshot/take-snapshot";
import { civilDate } from "@/lib/platform/time/clock";
import { draft } from "../case-to-print";

/** What the pages of one case read, in one look at the data. */
export function readCasePages(ctx: Ctx, caseId: string) {
  return reading(ctx, async (scoped) => {
    const row = await findCase(scoped, caseId);
    return {
      row,
      header: await readCaseHeader(scoped, caseId),
      client: await readClient(scoped, row.clientId),
      reading: row.closedAt ? null : await readReading(scoped, row),
      ladder: await readLadder(scoped, caseId),
      deadlines: await readDeadlinesPage(scoped, caseId),
      forecasts: await readForecasts(scoped, caseId),
      closing: await readClosingPage(scoped, caseId),
      references: await listReferences(scoped, caseId),
      subjects: await listSubjects(scoped, caseId),
      board: await listSubjectPage(scoped, caseId, { page: 1 }),
      identifiers: await listIdentifiers(scoped, caseId),
      exhibits: await listExhibits(scoped, caseId),
      incidents: await listIncidents(scoped, caseId),
      incidentPage: await listIncidentPage(scoped, caseId, { filter: "all", page: 1 }),
      refusals: await readRefusalDesk(scoped, caseId),
      releases: await listReleases(scoped, caseId),
      stops: await readStopDesk(scoped, caseId),
      snapshot: await takeAll(scoped, caseId, row.code),
    };
  });
}

export type CasePages = Awaited<ReturnType<typeof readCasePages>>;

/** What a packet of this hour would freeze, with every exhibit. */
async function takeAll(ctx: TxCtx, caseId: string, code: string) {
  const facts = { caseId, code: `${code}-P1`, kind: "mla_dossier", number: 1, version: 1 } as const;
  const content = DraftContent.parse(draft);
  const taken = await takeSnapshot(ctx, { ...facts, draftedBy: ctx.actor.memberId ?? "", draft: content });
  return taken.snapshot;
}

/** What is read across cases by whoever supervises them. */
export async function readOffice(ctx: Ctx) {
  const open = await allRows(ctx, {});
  const closed = await allRows(ctx, { status: ["closed"] });
  const register = [];
  for (let after: string | undefined; ; ) {
    const page = await listRegister(ctx, { state: ["issued", "not_yet_issued"], after });
    register.push(...page.rows);
    after = page.after;
    if (!after) break;
  }
  const deadlines = [];
  for (let after: string | undefined; ; ) {
    const page = await listDeadlines(ctx, { whose: "team", kind: null, after });
    deadlines.push(...page.deadlines);
    if (!page.after) break;
    after = page.after;
  }
  const filter = { from: "2020-01-01", to: "2026-12-31", memberId: null, pair: null };
  return {
    rows: new Map([...open, ...closed].map((row) => [row.id, row])),
    open,
    closed,
    register: Map.groupBy(register, (row) => row.caseId),
    deadlines: Map.groupBy(deadlines, (deadline) => deadline.caseId),
    team: await listTeam(ctx),
    views: await readViewCounts(ctx),
    facets: await countFacets(ctx, {}),
    overdue: new Set((await allRows(ctx, { due: ["overdue"] })).map((row) => row.id)),
    week: new Set((await allRows(ctx, { due: ["week"] })).map((row) => row.id)),
    high: await countCases(ctx, { risk: ["high"] }),
    reports: await readReports(ctx, filter),
    donors: await readReports(ctx, filter, "donors"),
  };
}

export type Office = Awaited<ReturnType<typeof readOffice>>;

/** What one caseworker sees of all their cases. */
export async function readDesk(ctx: Ctx) {
  return {
    nav: await readNavCounts(ctx),
    work: await readMyWork(ctx),
    deadlines: await listDeadlines(ctx, { whose: "mine", kind: null }),
    month: await readMonthPage(ctx, { whose: "mine", kind: null, month: civilDate(ctx.now, "UTC").slice(0, 7) }),
    feed: await listFeedEvents(ctx),
  };
}

export type Desk = Awaited<ReturnType<typeof readDesk>>;

async function allRows(ctx: Ctx, filters: CaseFilters): Promise<CaseRow[]> {
  const rows: CaseRow[] = [];
  for (let mark: string | undefined; ; ) {
    const cursor = mark ? { cursor: { mark, side: "after" as const } } : {};
    const page = await listCases(ctx, { filters, sort: { key: "due", dir: "asc" }, size: 100, ...cursor });
    rows.push(...page.rows);
    mark = page.after;
    if (!mark) return rows;
  }
}

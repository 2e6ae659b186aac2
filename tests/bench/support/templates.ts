import { findCase } from "@/lib/casework/cases/access";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { listSought } from "@/lib/casework/clients/list-sought";
import { listEmergencyAccessNotices, listOpenEmergencyAccess } from "@/lib/casework/emergency-access/queries";
import { openFlagsOf } from "@/lib/casework/flags/queries";
import { listRecordedKinds, listReferences } from "@/lib/casework/references/registers/queries";
import { ladderOf } from "@/lib/escalation/ladder/queries";
import { refusalsByOffice } from "@/lib/escalation/refusals/queries";
import { listDeadlines } from "@/lib/escalation/reminders/queries";
import { listExhibits } from "@/lib/evidence/exhibits/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { listAway } from "@/lib/organisation/absences/queries";
import { countFacets } from "@/lib/oversight/case-list/count-facets";
import { listCases, readViewCounts } from "@/lib/oversight/case-list/queries";
import type { CaseListView } from "@/lib/oversight/case-list/types";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { readCaseDesk } from "@/lib/oversight/my-work/read-case-desk";
import { readNavCounts } from "@/lib/oversight/my-work/read-nav-counts";
import { listOwners } from "@/lib/oversight/reports/queries";
import { listTeam } from "@/lib/oversight/team/list-team";

type Read = (ctx: TxCtx) => Promise<unknown>;

const due = { key: "due", dir: "asc" } as const;

async function listPage(ctx: TxCtx, view: CaseListView): Promise<void> {
  await listOwners(ctx);
  await listAway(ctx);
  const counted = await countFacets(ctx, view.filters);
  const page = await listCases(ctx, view, counted.total);
  await openFlagsOf(
    ctx,
    page.rows.map((row) => row.id),
  );
  if (!counted.views) await readViewCounts(ctx);
}

async function casePage(ctx: TxCtx, caseId: string): Promise<void> {
  const row = await findCase(ctx, caseId);
  await readCaseHeader(ctx, caseId).catch(sealed);
  await readCaseDesk(ctx, caseId);
  await listOpenEmergencyAccess(ctx, caseId);
  await ladderOf(ctx, row);
}

/** What is planted is not sealed, so what would be opened for the page ends the read there. */
function sealed(error: unknown): void {
  if (/statement/.test(String(error))) throw error;
}

/** What the frame and the pages of each template ask; `caseId`: one that the person sees. */
export function templatesOf(caseId: string, supervises: boolean): [string, Read][] {
  const lists: [string, CaseListView][] = [
    ["/cases", { filters: {}, sort: due }],
    ["/cases?risk=high", { filters: { risk: ["high"] }, sort: due }],
    ["/cases?due=overdue", { filters: { due: ["overdue"] }, sort: due }],
    ["/cases?quiet=30", { filters: { quietDays: 30 }, sort: due }],
    ["/cases?owner=me", { filters: { owner: ["me"] }, sort: due }],
    ["/cases?status=closed", { filters: { status: ["closed"] }, sort: due }],
    ["/cases?kind=cas", { filters: { kind: ["cas"] }, sort: due }],
    ["/cases, flagged", { filters: { flagged: true }, sort: due }],
    ["/cases, q", { filters: { q: "Marula 00" }, sort: due }],
    ["/cases by opened", { filters: {}, sort: { key: "opened", dir: "desc" } }],
    ["/cases by activity", { filters: {}, sort: { key: "activity", dir: "desc" } }],
    ["/cases by name", { filters: {}, sort: { key: "pseudonym", dir: "asc" } }],
    ["/cases by risk", { filters: {}, sort: { key: "risk", dir: "desc" } }],
    ["/cases by level", { filters: {}, sort: { key: "ladder", dir: "desc" } }],
  ];
  const all: [string, Read][] = [
    ["frame", (ctx) => readNavCounts(ctx)],
    ["/", (ctx) => myWork(ctx)],
    ...lists.map(([name, view]): [string, Read] => [name, (ctx) => listPage(ctx, view)]),
    ["/cases/[id]", (ctx) => casePage(ctx, caseId)],
    ["/cases/[id]/evidence", (ctx) => listExhibits(ctx, caseId)],
    ["/deadlines", (ctx) => listDeadlines(ctx, { whose: supervises ? "team" : "mine", kind: null })],
    ["/references", (ctx) => references(ctx)],
  ];
  return supervises ? [...all, ["/team", (ctx) => team(ctx)]] : all;
}

async function myWork(ctx: TxCtx): Promise<void> {
  await readMyWork(ctx);
  await listEmergencyAccessNotices(ctx);
  await listSought(ctx);
}

async function references(ctx: TxCtx): Promise<void> {
  await listReferences(ctx, {});
  await listRecordedKinds(ctx);
}

async function team(ctx: TxCtx): Promise<void> {
  await listTeam(ctx);
  await refusalsByOffice(ctx);
}

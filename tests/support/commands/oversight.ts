import { sql } from "drizzle-orm";
import { caseSets } from "@/lib/oversight/reports/types";
import { saveView } from "@/lib/oversight/saved-views/save-view";
import { newId } from "@/lib/platform/ids";
import { bySql } from "../by-sql";
import type { Row, Table } from "./row";
import type { World } from "./world";

const ofViews = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "case.read",
  by: "worker",
  log,
  input,
  ...more,
});
const newView = async (world: World) => ({
  viewId: (await saveView(world.worker.ctx, { name: `View ${newId()}`, query: "risk=high" })).id,
});

const days = { from: "2026-11-01", to: "2026-11-30", pair: null };
async function alert({ org }: World) {
  const id = newId();
  const raised = sql`insert into app.audit_alerts (id, org_id, rule, occasion, count, raised_at)
    values (${id}::uuid, ${org.id}::uuid, 'glass_used', ${id}, 1, now())`;
  await bySql(org.service(), raised);
  return { alertId: id };
}

export const oversight: Table = {
  "oversight/alerts/acknowledge-alert": { needs: "audit.read", by: "boss", log: "alert.acknowledged", input: alert },
  "oversight/audit-log/export-log": {
    needs: "audit.read",
    by: "boss",
    log: "audit.exported",
    input: ({ worker }) => ({ format: "csv", filters: { memberId: worker.memberId } }),
    otherwise: {
      because: "It is a filter: of somebody elsewhere this log says nothing.",
      abroad: "done",
      foreign: { "filters.memberId": "done" },
    },
  },
  "oversight/case-list/export-list": ofViews(
    "list.exported",
    () => ({ format: "csv", filters: {}, sort: { key: "due", dir: "asc" } }),
    { otherwise: { because: "It filters the list that one sees.", namesNothing: true } },
  ),
  "oversight/timeline/export-timeline": ofViews("timeline.exported", ({ caseId }) => ({
    caseId,
    format: "csv",
    filter: {},
  })),
  "oversight/reports/export-report": {
    needs: "team.read",
    by: "boss",
    log: "report.exported",
    input: ({ worker }) => ({ report: "caseload", format: "csv", member: worker.memberId }),
    otherwise: {
      because: "It is a filter: of somebody elsewhere this report says nothing.",
      abroad: "done",
      foreign: { member: "done" },
    },
  },
  "oversight/reports/keep-counts": {
    needs: "team.read",
    by: "boss",
    log: "report.counted",
    input: ({ worker: { memberId } }) => {
      const counted = Object.fromEntries(caseSets.map((set) => [set, []]));
      const reveals = [{ memberId, name: "Somebody", week: "2026-11-02", reveals: 1 }];
      return { ...days, memberId, figures: { counted, reveals } };
    },
    otherwise: {
      because: "It keeps what was counted, and of somebody elsewhere nothing was.",
      abroad: "done",
      foreign: { memberId: "done", "figures.reveals.0.memberId": "done" },
    },
  },
  "oversight/reports/forget-counts": {
    needs: "team.read",
    by: "boss",
    log: "report.recounted",
    input: ({ worker }) => ({ ...days, memberId: worker.memberId }),
    otherwise: {
      because: "It is a filter: of somebody elsewhere nothing is counted.",
      abroad: "done",
      foreign: { memberId: "done" },
    },
  },
  "oversight/saved-views/save-view": ofViews("view.saved", () => ({ name: `View ${newId()}`, query: "risk=high" }), {
    otherwise: { because: "The view is new.", namesNothing: true },
  }),
  "oversight/saved-views/amend-view": ofViews("view.amended", async (world) => ({
    ...(await newView(world)),
    name: `View ${newId()}`,
  })),
  "oversight/saved-views/choose-list": ofViews("list.chosen", newView, {
    otherwise: {
      because: "The view is chosen in a list.",
      abroad: "invalid viewId",
      bystander: "invalid viewId",
      foreign: { viewId: "invalid viewId" },
    },
  }),
  "oversight/saved-views/remove-view": ofViews("view.removed", newView),
};

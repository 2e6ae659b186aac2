import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { acknowledgeAlert } from "@/lib/oversight/alerts/acknowledge-alert";
import { countAlerts, listAlerts } from "@/lib/oversight/alerts/queries";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

async function plantAlert(): Promise<string> {
  const id = newId();
  await bySql(
    org.service(),
    sql`insert into app.audit_alerts (id, org_id, rule, occasion, count, raised_at)
      values (${id}::uuid, ${org.id}::uuid, 'glass_used', ${id}, 1, now())`,
  );
  return id;
}

describe("acknowledging an alert", () => {
  test("is noted with the person's name and in the log; the alert stays", async () => {
    const alertId = await plantAlert();
    const admin = await org.as("admin");
    const open = await countAlerts(admin);
    await acknowledgeAlert(admin, { alertId });
    const [alert] = (await listAlerts(admin)).filter(({ id }) => id === alertId);
    expect(alert?.acknowledged).toMatchObject({ by: "Admin Person" });
    expect(await countAlerts(admin)).toBe(open - 1);
    expect(await org.auditOf(alertId)).toEqual(["alert.acknowledged"]);
  });

  test("of two at once one is told that the other did it, and nobody does it in another's name", async () => {
    const alertId = await plantAlert();
    const admin = await org.person("admin");
    const supervisor = await org.person("supervisor");
    const inTheirName = sql`update app.audit_alerts set acknowledged_at = now(), acknowledged_by = ${supervisor.memberId}::uuid
      where id = ${alertId}::uuid`;
    await expect(bySql(admin.ctx, inTheirName)).rejects.toSatisfy(refusedByPostgres);
    const both = await Promise.allSettled([admin.ctx, supervisor.ctx].map((ctx) => acknowledgeAlert(ctx, { alertId })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(alertId)).toEqual(["alert.acknowledged"]);
    const again = bySql(
      supervisor.ctx,
      sql`update app.audit_alerts set acknowledged_at = null where id = ${alertId}::uuid`,
    );
    await expect(again).rejects.toSatisfy(refusedByPostgres);
  });
});

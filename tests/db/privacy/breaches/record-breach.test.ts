import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { breaches } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { recordBreach } from "@/lib/privacy/breaches/commands/record-breach";
import { listBreaches } from "@/lib/privacy/breaches/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { breachForm } from "@/tests/support/plant-breach";

let org: Org;
let supervisor: Person;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

describe("recordBreach", () => {
  test("is encrypted, numbered one after another, and in the log without a word of it", async () => {
    const form = breachForm({ memberId: supervisor.memberId });
    const made = await Promise.all([recordBreach(supervisor.ctx, form), recordBreach(supervisor.ctx, form)]);
    const views = await listBreaches(supervisor.ctx);
    expect(views.map(({ number }) => number)).toEqual([2, 1]);
    expect(views[0]?.words).toMatchObject({ grounds: form.grounds, who: null });
    expect(views[0]?.discoveredAt.toISOString()).toBe("2026-01-05T07:30:00.000Z");
    const id = made[0]?.id ?? "";
    const [row] = await withTransaction(supervisor.ctx, "read only", ({ db }) =>
      db.select().from(breaches).where(eq(breaches.id, id)),
    );
    expect(row?.words).not.toContain("laptop");
    expect(await org.auditOf(id)).toEqual(["breach.recorded"]);
  });

  test("names the field that is wrong", async () => {
    const wrong: [Record<string, unknown>, string][] = [
      [{ memberId: supervisor.memberId, grounds: "" }, "grounds"],
      [{ memberId: supervisor.memberId, categories: [] }, "categories"],
      [{ memberId: supervisor.memberId, discovered: "2999-01-01T10:00" }, "discovered"],
      [{ from: "2026-01-02T10:00", until: "2026-01-01T10:00" }, "until"],
      [{}, "cases"],
      [{ cases: "CD-00-9999" }, "cases"],
    ];
    for (const [over, field] of wrong) {
      await expect(recordBreach(supervisor.ctx, breachForm(over))).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
    }
  });
});

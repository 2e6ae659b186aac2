import { beforeAll, describe, expect, test } from "vitest";
import { reviewNotice } from "@/lib/privacy/breaches/commands/review-notice";
import { readBreach } from "@/lib/privacy/breaches/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { breachForm, plantBreach, ticks } from "@/tests/support/plant-breach";

let org: Org;
let supervisor: Person;
let form: Record<string, unknown>;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  form = { ...(await plantBreach(supervisor)), body: "Please ask us.", channel: "WhatsApp text", ...ticks };
});

describe("reviewNotice", () => {
  test("wants every point ticked", async () => {
    for (const point of Object.keys(ticks)) {
      await expect(reviewNotice(supervisor.ctx, { ...form, [point]: undefined })).rejects.toMatchObject({
        fields: { [point]: expect.any(String) },
      });
    }
    expect(breachForm().what).toContain("laptop");
  });

  test("keeps what was read, twice at once too, and is in the log", async () => {
    await Promise.all([reviewNotice(supervisor.ctx, form), reviewNotice(supervisor.ctx, form)]);
    const { notices } = await readBreach(supervisor.ctx, String(form.breachId));
    expect(notices).toMatchObject([{ state: "reviewed", body: "Please ask us.", channel: "WhatsApp text" }]);
    expect(await org.auditOf(String(form.breachId))).toContain("breach.notice_reviewed");
  });
});

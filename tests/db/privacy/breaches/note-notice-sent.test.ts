import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { breachNotices } from "@/db/schema";
import { setSafeContact } from "@/lib/casework/clients/set-safe-contact";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { noteNoticeSent } from "@/lib/privacy/breaches/commands/note-notice-sent";
import { reviewNotice } from "@/lib/privacy/breaches/commands/review-notice";
import { readBreach } from "@/lib/privacy/breaches/queries";
import { safeContact } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantBreach, ticks } from "@/tests/support/plant-breach";

let org: Org;
let supervisor: Person;
const on = "2026-01-06";

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

const review = (of: { breachId: string; clientId: string }) =>
  reviewNotice(supervisor.ctx, { ...of, body: "Please ask us.", channel: "WhatsApp text", ...ticks });

describe("noteNoticeSent", () => {
  test("comes after a review against the safe contact that stands, once", async () => {
    const of = await plantBreach(supervisor);
    await expect(noteNoticeSent(supervisor.ctx, { ...of, on })).rejects.toMatchObject({ code: "conflict" });
    await review(of);
    await setSafeContact(supervisor.ctx, { clientId: of.clientId, ...safeContact, channel: "Signal text only" });
    expect((await readBreach(supervisor.ctx, of.breachId)).notices[0]?.state).toBe("stale");
    await expect(noteNoticeSent(supervisor.ctx, { ...of, on })).rejects.toMatchObject({ code: "conflict" });
    await review(of);
    const both = await Promise.allSettled([
      noteNoticeSent(supervisor.ctx, { ...of, on }),
      noteNoticeSent(supervisor.ctx, { ...of, on }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await readBreach(supervisor.ctx, of.breachId)).notices[0]).toMatchObject({ state: "sent", sentOn: on });
    expect(await org.auditOf(of.breachId)).toContain("breach.notice_sent");
  });

  test("the database refuses one that nobody reviewed", async () => {
    const of = await plantBreach(supervisor);
    const straight = withTransaction(supervisor.ctx, "read write", ({ db }) =>
      db
        .update(breachNotices)
        .set({ sentOn: on, sentBy: supervisor.memberId })
        .where(eq(breachNotices.clientId, of.clientId)),
    );
    await expect(straight).rejects.toThrow();
  });

  test("names the field", async () => {
    const of = await plantBreach(supervisor);
    await review(of);
    for (const day of ["", "soon", "2999-01-01"]) {
      await expect(noteNoticeSent(supervisor.ctx, { ...of, on: day })).rejects.toMatchObject({
        fields: { on: expect.any(String) },
      });
    }
  });
});

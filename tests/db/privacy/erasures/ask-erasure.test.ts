import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { erasureRequests } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { checkErasure, listErasures, readLiveErasure } from "@/lib/privacy/erasures/queries";
import { placeHold } from "@/lib/privacy/holds/place-hold";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { asService } from "@/tests/support/plant-everywhere";

let org: Org;
let asker: Person;
const reason = "Closed five years ago, nothing pending";
const ask = (id: string, over = {}) => ({ of: "case", id, ground: "kept_long_enough", reason, ...over });

beforeAll(async () => {
  org = await makeOrg();
  asker = await org.person("supervisor");
});

const closed = () => plantCase(asker.ctx, { closedAt: new Date("2021-01-04T10:00:00Z"), outcome: "safe" });

describe("askErasure", () => {
  test("asks, keeps the reason sealed, is in the log, and erases nothing", async () => {
    const id = await closed();
    const { id: requestId } = await askErasure(asker.ctx, ask(id));
    expect(await readLiveErasure(asker.ctx, id)).toMatchObject({ id: requestId, state: "waiting", reason });
    const [row] = await withTransaction(asker.ctx, "read only", ({ db }) =>
      db.select().from(erasureRequests).where(eq(erasureRequests.id, requestId)),
    );
    expect(row?.reason).not.toContain("years");
    expect(await org.auditOf(requestId)).toEqual(["erasure.asked"]);
    expect((await listErasures(asker.ctx)).map((erasure) => erasure.id)).toContain(requestId);
    // Once: a second asking of the same case is a conflict.
    const twice = await Promise.allSettled([askErasure(asker.ctx, ask(id)), askErasure(asker.ctx, ask(id))]);
    for (const outcome of twice) expect(outcome).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
  });

  test("names the field that is wrong", async () => {
    const id = await closed();
    await expect(askErasure(asker.ctx, ask(id, { ground: "because" }))).rejects.toMatchObject({
      fields: { ground: expect.any(String) },
    });
    await expect(askErasure(asker.ctx, ask(id, { reason: "no" }))).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
  });

  test("refuses an open case and a held one, and says so beforehand", async () => {
    const open = await plantCase(asker.ctx);
    await expect(askErasure(asker.ctx, ask(open))).rejects.toMatchObject({ code: "conflict" });
    const held = await closed();
    await placeHold(asker.ctx, { caseId: held, reason: "A court asked for the file" });
    await expect(askErasure(asker.ctx, ask(held))).rejects.toMatchObject({ code: "conflict" });
    const stops = async (id: string) =>
      (await checkErasure(asker.ctx, "case", id))
        .filter((erasureCheck) => erasureCheck.stops)
        .map((erasureCheck) => erasureCheck.id);
    expect(await stops(open)).toEqual(["closed"]);
    expect(await stops(held)).toEqual(["hold"]);
  });

  test("nobody writes a request as released, nor one in the name of another", async () => {
    const id = await closed();
    const other = await org.person("supervisor", "Other Example");
    const row = (over: object) => ({
      id,
      org_id: org.id,
      of: "case",
      erased_id: id,
      code: "X",
      ground: "client_asked",
      key_id: id,
      state: "waiting",
      asked_by: asker.memberId,
      asked_at: new Date(),
      ...over,
    });
    const insert = (over: object) =>
      withTransaction(asker.ctx, "read write", ({ db }) =>
        db.insert(erasureRequests).values({
          id,
          orgId: org.id,
          of: "case",
          erasedId: id,
          code: "X",
          ground: "client_asked",
          keyId: id,
          state: "waiting",
          askedBy: asker.memberId,
          askedAt: new Date(),
          ...over,
        }),
      );
    await expect(insert({ state: "released", decidedBy: other.memberId })).rejects.toThrow();
    await expect(insert({ askedBy: other.memberId })).rejects.toThrow();
    const oneAlone = asService(
      org.id,
      asker.memberId,
      (tx) =>
        tx`insert into app.erasure_requests ${tx(row({ state: "released", decided_by: asker.memberId }) as never)}`,
    );
    await expect(oneAlone).rejects.toMatchObject({ code: "23514" });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { derivatives } from "@/db/schema";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { listMarks } from "@/lib/evidence/exhibits/list-marks";
import { listExhibits } from "@/lib/evidence/exhibits/queries";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

describe("listMarks", () => {
  test("says of each exhibit what was masked and the packet it went into last", async () => {
    const receipts = [];
    for (const seed of [1, 2]) receipts.push(await addExhibit(worker, caseId, seededBytes(50, seed)));
    const [one, two] = receipts.map((receipt) => receipt.exhibitId);
    const of = { orgId: org.id, caseId, sha256: "0".repeat(64) };
    await withTransaction(org.service(), "read write", async (scoped) => {
      await scoped.db.insert(derivatives).values({
        ...of,
        id: newId(),
        exhibitId: two ?? "",
        kind: "redacted",
        page: 1,
        version: 1,
        fileId: newId(),
        size: 1,
        format: "png",
        tool: "test",
        madeAt: worker.now,
      });
      for (const [version, minutes] of [
        [1, 1],
        [2, 2],
      ] as const) {
        const purpose = `Put in packet CD-26-0001-P1, version ${version}, for approval`;
        const at = new Date(worker.now.getTime() + minutes * 60_000);
        await noteCustody(scoped, { ...of, id: two ?? "" }, { action: "exported", purpose, at });
      }
    });
    const marks = await listMarks(worker, caseId, [one ?? "", two ?? ""]);
    expect((await listMarks(worker, caseId, [one ?? ""])).size).toBe(0);
    expect(marks.has(one ?? "")).toBe(false);
    expect(marks.get(two ?? "")).toEqual({ masked: true, covered: false, packet: { code: "P1", version: 2 } });
  });

  test("a case of another organisation does not exist, and a liaison has no list", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(listMarks(stranger, caseId, [])).rejects.toMatchObject({ code: "not_found" });
    await expect(listMarks(await org.as("liaison"), caseId, [])).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("listExhibits", () => {
  test("asks the database as often for many exhibits as for one", async () => {
    const counts = [];
    for (const many of [1, 6]) {
      const own = await plantCase(worker);
      for (let seed = 0; seed < many; seed += 1) await addExhibit(worker, own, seededBytes(20, 100 + seed));
      counts.push(await statementsOf((scoped) => listExhibits(scoped, own)));
    }
    expect(counts[1]).toBe(counts[0]);
  });
});

type Spied = { session: { prepareQuery: (...rest: unknown[]) => unknown } };

/** How many statements a read sends. */
function statementsOf(act: (scoped: TxCtx) => Promise<unknown>): Promise<number> {
  return withTransaction(worker, "read only", async (scoped) => {
    const { session } = scoped.db as unknown as Spied;
    const prepare = session.prepareQuery;
    let count = 0;
    session.prepareQuery = (...rest) => {
      count += 1;
      return prepare.apply(session, rest);
    };
    try {
      await act(scoped);
    } finally {
      session.prepareQuery = prepare;
    }
    return count;
  });
}

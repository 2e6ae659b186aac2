import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { handoverQuestions } from "@/db/schema";
import { askAboutPacket } from "@/lib/handover/handovers/commands/ask-about-packet";
import { getHandover, listAskable, listDeliveries } from "@/lib/handover/handovers/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { deliveredPacket, type MadePacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let officer: Person;
let made: MadePacket & { handoverId: string };
let asked: { handoverId: string; reason: string; part: string; words: string };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison", "Lindiwe Example");
  made = await deliveredPacket(org, worker, officer, { files: ["photo.jpg"] });
  asked = { handoverId: made.handoverId, reason: "manifest_error", part: "E-01", words: "The hash does not fit." };
});

describe("askAboutPacket", () => {
  test("lands with the people of the case as a task on the exhibit, sealed, once", async () => {
    const both = await Promise.allSettled([askAboutPacket(officer.ctx, asked), askAboutPacket(officer.ctx, asked)]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([
      { reason: { code: "conflict", fields: { words: expect.any(String) } } },
    ]);
    const [delivery] = await listDeliveries(worker.ctx, made.id);
    expect(delivery?.questions).toMatchObject([
      { reason: "manifest_error", part: "E-01", exhibitId: made.exhibitIds[0], words: asked.words, answer: null },
    ]);
    expect(delivery?.events.at(-1)).toMatchObject({ event: "asked", note: expect.not.stringContaining("hash does") });
    const { questions } = await readMyWork(worker.ctx);
    expect(questions).toMatchObject({ count: 1, items: [{ packetId: made.id, officer: "Lindiwe Example" }] });
    expect((await getHandover(officer.ctx, made.handoverId)).questions).toMatchObject([{ words: asked.words }]);
    const [row] = await withTransaction(org.service(), "read only", ({ db }) => db.select().from(handoverQuestions));
    expect(JSON.stringify(row)).not.toContain("hash does");
    expect(await org.auditOf(made.handoverId)).toEqual(["handover.delivered", "handover.asked"]);
  });

  test("is for the officer who holds it, and nobody else reads it", async () => {
    await expect(askAboutPacket(worker.ctx, asked)).rejects.toMatchObject({ code: "forbidden" });
    const colleague = await org.person("liaison");
    const other = await makeOrg();
    for (const ctx of [colleague.ctx, await other.as("liaison")]) {
      await expect(askAboutPacket(ctx, asked)).rejects.toMatchObject({ code: "not_found" });
    }
    const strangers = [colleague.ctx, (await org.person("caseworker")).ctx, await org.as("admin"), other.service()];
    for (const ctx of strangers) {
      expect(await withTransaction(ctx, "read only", ({ db }) => db.select().from(handoverQuestions))).toEqual([]);
    }
  });

  test("offers the sections of the kind and the exhibits that went into it", async () => {
    const offered = await listAskable(officer.ctx, made.handoverId);
    expect(
      offered.filter((partChoice) => partChoice.group === "Exhibits").map((partChoice) => partChoice.value),
    ).toEqual(["E-01"]);
    expect(offered).toContainEqual({ value: "chronology", label: "Schedule B. Chronology", group: "Sections" });
  });

  test("names the field that needs another look", async () => {
    const wrong = [
      [{ reason: "" }, "reason"],
      [{ words: "  " }, "words"],
      [{ words: "x".repeat(2001) }, "words"],
      [{ part: "E-02" }, "part"],
    ] as const;
    for (const [change, field] of wrong) {
      const attempt = askAboutPacket(officer.ctx, { ...asked, ...change });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("stays as it was asked: the database refuses", async () => {
    for (const who of [officer.ctx, org.service()]) {
      for (const change of [
        sql`update app.handover_questions set reason = 'other'`,
        sql`delete from app.handover_questions`,
      ]) {
        const attempt = withTransaction(who, "read write", ({ db }) => db.execute(change));
        await attempt.catch((error: unknown) => expect(sqlState(error)).toBe("42501"));
      }
    }
    expect((await getHandover(officer.ctx, made.handoverId)).questions[0]?.reason).toBe("manifest_error");
  });
});

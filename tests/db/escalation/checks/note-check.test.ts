import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { noteCheck } from "@/lib/escalation/checks/note-check";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { reportTakedown } from "@/lib/escalation/takedowns/commands/report-takedown";
import { undoEntry } from "@/lib/escalation/takedowns/commands/undo-entry";
import { readTakedown } from "@/lib/escalation/takedowns/queries";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantListed } from "@/tests/support/plant-checks";

const proof = { status: 410, headers: { server: "x" }, bytes: 3, sha256: "0".repeat(64), redirects: 0, rule: "gone" };

test("what the checker found moves the clocks as a look does: gone ends them, up again opens, not known does nothing", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const takedownId = await plantListed(worker, caseId);
  await reportTakedown(worker, { takedownId, tipOffSeen: "on", removalSeen: "on" });
  const note = (found: string) => noteCheck(org.service(), { takedownId, found, proof, problem: null });
  const clocks = async () => (await readDeadlinesPage(worker, caseId)).clocks.map(({ code }) => code);
  const standing = async () => (await readTakedown(worker, caseId, takedownId)).item.standing;
  expect(await clocks()).toContain("T-PLAT-1");
  await note("unclear");
  expect(await standing()).toMatchObject({ state: "reported", seen: null, unclear: { why: "unclear" } });
  expect(await clocks()).toContain("T-PLAT-1");
  await note("gone");
  expect(await standing()).toMatchObject({ state: "removed", seen: { up: false }, unclear: null });
  expect(await clocks()).not.toContain("T-PLAT-1");
  await note("up");
  expect(await standing()).toMatchObject({ state: "to_report", seen: { up: true } });
  await undoEntry(worker, { takedownId });
  expect((await standing()).state).toBe("removed");
  const { history } = await readTakedown(worker, caseId, takedownId);
  expect(history[1]).toMatchObject({
    event: "seen_gone",
    seenBy: "checker",
    by: "",
    answered: proof,
    at: expect.any(Date),
  });
  const rows = await bySql<{ proof: string }>(
    worker,
    sql`select proof from app.takedown_events where seen_by = 'checker'`,
  );
  expect(rows.every((row) => !row.proof.includes("410"))).toBe(true);
});

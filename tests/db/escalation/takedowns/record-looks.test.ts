import { expect, test } from "vitest";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { readStepPage } from "@/lib/escalation/ladder/queries";
import { recordLooks } from "@/lib/escalation/takedowns/commands/record-looks";
import { reportTakedown } from "@/lib/escalation/takedowns/commands/report-takedown";
import { readTakedown } from "@/lib/escalation/takedowns/queries";
import { addDays } from "@/lib/platform/time/calendar";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";
import { plantTakedown } from "@/tests/support/plant-takedown";

test("each look moves the next one; gone with proof ends the report, and up again opens it", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const today = homeToday(worker);
  const caseId = await plantCase(worker);
  const ids = [await plantTakedown(worker, caseId), await plantTakedown(worker, caseId)];
  const on = addDays(today, -5);
  for (const takedownId of ids) await reportTakedown(worker, { takedownId, on, tipOffSeen: "on", removalSeen: "on" });
  const due = async () =>
    (await readDeadlinesPage(worker, caseId)).clocks.flatMap(({ code, dueOn }) => (code === "T-PLAT-1" ? [dueOn] : []));
  expect(await due()).toEqual([addDays(on, 3), addDays(on, 3)]);
  await recordLooks(worker, { caseId, takedownIds: ids, seen: "up" });
  expect(await due()).toEqual([addDays(today, 3), addDays(today, 3)]);
  const { exhibitId } = await addExhibit(worker, caseId, seededBytes(40, 7));
  await recordLooks(worker, { caseId, takedownIds: ids, seen: "gone", seenBy: "client", proofExhibitId: exhibitId });
  const { item, history } = await readTakedown(worker, caseId, ids[0] ?? "");
  expect(item.standing).toMatchObject({ state: "removed", seen: { up: false, on: today } });
  expect(history[0]).toMatchObject({ event: "seen_gone", seenBy: "client", proof: { code: "E-01" } });
  expect((await readStepPage(worker, caseId, "platform-reports")).view.status).toBe("done");
  expect((await advanceLadder(org.service(), { caseId })).completed).toContain("platform-reports");
  await recordLooks(worker, { caseId, takedownIds: [ids[1]], seen: "up" });
  const { view } = await readStepPage(worker, caseId, "platform-reports");
  expect(view).toMatchObject({ status: "ready", fact: { before: "1 to report, 1 removed" } });
});

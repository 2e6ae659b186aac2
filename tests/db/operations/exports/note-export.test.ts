import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { openFiles } from "@/lib/kernel/access/case-files";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { buildExport } from "@/lib/operations/exports/build-export";
import { clearExports } from "@/lib/operations/exports/clear-exports";
import { noteExport } from "@/lib/operations/exports/note-export";
import { readExport } from "@/lib/operations/exports/queries";
import { takeExport } from "@/lib/operations/exports/take-export";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { askFor } from "@/tests/support/plant-export";

let org: Org;
let supervisor: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  ({ id: caseId } = await openCase(supervisor.ctx, caseForm()));
});

describe("noting the work on a folder", () => {
  test("names a bad field, and ends once", async () => {
    const exportId = await askFor(org, supervisor, caseId);
    const failed = { exportId, failed: "Error" };
    await expect(noteExport(supervisor.ctx, failed)).rejects.toMatchObject({ code: "forbidden" });
    await expect(noteExport(org.service(), { exportId, progress: { cases: -1, done: 0 } })).rejects.toMatchObject({
      fields: { "progress.cases": expect.any(String) },
    });
    await noteExport(org.service(), failed);
    await expect(noteExport(org.service(), failed)).rejects.toMatchObject({ code: "conflict" });
    expect(await org.auditOf(exportId)).toEqual(["export.asked", "export.failed"]);
  });

  test("a folder goes after its days, row and bytes", async () => {
    const exportId = await askFor(org, supervisor, caseId);
    await buildExport(org.service(), { exportId });
    const { keyId, fileId } = await takeExport(await org.confirmed(supervisor), { exportId });
    const files = await openFiles(org.service(), keyId);
    await clearExports(org.service());
    expect(await files.stat(fileId)).not.toBeNull();
    const later = new Date(Date.now() + 8 * 86_400_000);
    await clearExports(jobCtx(org.id, { now: () => later }));
    expect(await files.stat(fileId)).toBeNull();
    expect((await readExport(supervisor.ctx, exportId)).state).toBe("cleared");
  });
});

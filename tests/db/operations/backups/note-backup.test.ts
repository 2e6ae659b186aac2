import { beforeAll, describe, expect, test } from "vitest";
import { noteBackup } from "@/lib/operations/backups/note-backup";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
const counts = { rows: 12, files: 3 };

beforeAll(async () => {
  org = await makeOrg();
});

describe("noteBackup", () => {
  test("writes what happened into the log of the organisation, each time", async () => {
    const service = org.service();
    await Promise.all([
      noteBackup(service, { what: "made", ...counts }),
      noteBackup(service, { what: "made", ...counts, missing: 1 }),
      noteBackup(service, { what: "drilled", ...counts, held: false }),
      noteBackup(service, { what: "restored", ...counts }),
    ]);
    const messages = (await org.auditOf(org.id)).filter((action) => /^(backup|restore)\./.test(action)).sort();
    expect(messages).toEqual(["backup.made", "backup.made", "backup.restored", "restore.drilled"]);
    const other = await makeOrg();
    expect(await other.auditOf(other.id)).not.toContain("backup.made");
  });

  test("names the number that is none", async () => {
    const attempt = noteBackup(org.service(), { what: "made", rows: -1, files: 3 });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { rows: expect.any(String) } });
  });
});

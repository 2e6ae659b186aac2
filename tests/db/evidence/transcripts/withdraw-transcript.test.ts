import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { keepTranscript } from "@/lib/evidence/transcripts/keep-transcript";
import { readTranscript } from "@/lib/evidence/transcripts/queries";
import { withdrawTranscript } from "@/lib/evidence/transcripts/withdraw-transcript";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { addRecording } from "@/tests/support/recording";

test("Postgres refuses a gap, another hash, a second newest, and a change of what was written", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const { exhibitId, sha256 } = await addRecording(org, worker, caseId);
  const given = { exhibitId, language: "und", version: 0, lines: "0:00 | he | hello" };
  const { id } = await keepTranscript(worker, given);
  const write = (version: number, hash: string) =>
    withTransaction(worker, "read write", ({ db }) =>
      db.execute(
        sql`insert into app.transcripts (id, org_id, case_id, exhibit_id, version, sha256, language, lines, made_by, made_at)
          values (${newId()}, ${worker.orgId}, ${caseId}, ${exhibitId}, ${version}, ${hash}, 'zu', 'x',
            ${worker.actor.memberId}, now())`,
      ),
    );
  for (const [version, hash] of [
    [3, sha256],
    [1, sha256],
    [2, "0".repeat(64)],
  ] as const)
    await expect(write(version, hash)).rejects.toThrow();
  await withTransaction(worker, "read write", ({ db }) =>
    db.execute(sql`update app.transcripts set language = 'en' where id = ${id}`),
  );
  expect((await readTranscript(worker, caseId, exhibitId)).transcript?.language).toBe("und");
  await withdrawTranscript(worker, { transcriptId: id });
  await expect(withdrawTranscript(worker, { transcriptId: newId() })).rejects.toMatchObject({ code: "not_found" });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { exhibits } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { noteSealed } from "@/lib/operations/tidying/note-sealed";
import { newId } from "@/lib/platform/ids";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantPlainExhibit } from "@/tests/support/plain-file";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

async function fileIdOf(id: string): Promise<string | null> {
  const [row] = await withTransaction(worker, "read only", ({ db }) =>
    db.select({ fileId: exhibits.fileId }).from(exhibits).where(eq(exhibits.id, id)),
  );
  return row?.fileId ?? null;
}

describe("noteSealed", () => {
  test("names a file once, in its own organisation, and says which field is wrong", async () => {
    const caseId = await plantCase(worker);
    const { id } = await plantPlainExhibit(worker, caseId, Buffer.from("kept plain once"));
    const note = (ctx: Ctx, fileId: string) => noteSealed(ctx, { of: "exhibit", id, fileId });
    await expect(note((await makeOrg()).service(), newId())).rejects.toMatchObject({ code: "conflict" });
    await expect(note(worker, newId())).rejects.toMatchObject({ code: "forbidden" });
    await expect(note(org.service(), "x")).rejects.toMatchObject({
      code: "invalid",
      fields: { fileId: expect.any(String) },
    });
    const results = await Promise.allSettled([note(org.service(), newId()), note(org.service(), newId())]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(id)).toEqual(["exhibit.sealed"]);
    const before = await fileIdOf(id);
    const change = withTransaction(org.service(), "read write", ({ db }) =>
      db.update(exhibits).set({ fileId: newId() }).where(eq(exhibits.id, id)),
    );
    await expect(change).rejects.toThrow();
    expect(await fileIdOf(id)).toBe(before);
    const sealed = await addExhibit(worker, caseId, Buffer.from("sealed from the start"));
    await expect(
      noteSealed(org.service(), { of: "exhibit", id: sealed.exhibitId, fileId: newId() }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

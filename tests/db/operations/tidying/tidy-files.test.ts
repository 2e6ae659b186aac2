import { existsSync } from "node:fs";
import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tidyFiles } from "@/lib/operations/tidying/tidy-files";
import { env } from "@/lib/platform/env";
import { makeOrg } from "@/tests/support/org";
import { plantPlainExhibit } from "@/tests/support/plain-file";
import { plantCase } from "@/tests/support/plant";

test("the daily job seals what is plain and sweeps what senders left behind, and may run twice at once", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const { id, path } = await plantPlainExhibit(worker, await plantCase(worker), Buffer.from("kept plain"));
  const parts = join(env().DATA_DIR, "files/parts");
  await mkdir(parts, { recursive: true });
  const old = join(parts, "upload.file.00.part");
  const young = join(parts, "upload.file.01.part");
  for (const part of [old, young]) await writeFile(part, "sealed bytes");
  await utimes(old, 1_700_000_000, 1_700_000_000);
  await Promise.all([tidyFiles(org.service()), tidyFiles(org.service())]);
  expect(existsSync(path)).toBe(false);
  expect(await org.auditOf(id)).toEqual(["exhibit.sealed"]);
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
});

test("is for the worker alone", async () => {
  const org = await makeOrg();
  await expect(tidyFiles(await org.as("admin"))).rejects.toMatchObject({ code: "forbidden" });
});

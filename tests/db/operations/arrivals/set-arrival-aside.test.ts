import { beforeAll, expect, test } from "vitest";
import { openFiles } from "@/lib/kernel/access/case-files";
import { deleteArrival } from "@/lib/operations/arrivals/delete-arrival";
import { listArrivals, readArrival } from "@/lib/operations/arrivals/queries";
import { takeWholeFile } from "@/lib/operations/arrivals/take-whole-file";
import { freshBytes, webStreamOf } from "@/tests/support/files";
import { makeOrg, type Person } from "@/tests/support/org";

let worker: Person;

beforeAll(async () => {
  worker = await (await makeOrg()).person("caseworker");
});

test("what was shared with a line waits for its case; deleting it deletes its bytes, once", async () => {
  const { ctx } = worker;
  await takeWholeFile(ctx, { name: "a.jpg", type: "image/jpeg", body: webStreamOf(freshBytes(2000)) });
  const [arrival] = await listArrivals(ctx);
  expect(arrival).toMatchObject({ kind: "file", state: "here", size: 2000, body: { fileName: "a.jpg" } });
  const { id, fileId, keyId } = await readArrival(ctx, arrival?.id ?? "");
  const files = await openFiles(ctx, keyId);
  expect(await files.stat(fileId ?? "")).toMatchObject({ size: 2000 });
  await deleteArrival(ctx, { arrivalId: id });
  expect(await files.stat(fileId ?? "")).toBeNull();
  expect(await listArrivals(ctx)).toEqual([]);
  await expect(deleteArrival(ctx, { arrivalId: id })).rejects.toMatchObject({ code: "conflict" });
});

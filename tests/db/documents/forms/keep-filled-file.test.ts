import { expect, test } from "vitest";
import { makeFile } from "@/lib/documents/forms/make-file";
import { setUp } from "./set-up";

test("the file of a filled form is made once, also when two ask at the same time", async () => {
  const { org, ctx, fill } = await setUp();
  const { id } = await fill();
  const both = await Promise.allSettled([makeFile(ctx, id), makeFile(ctx, id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await org.auditOf(id)).toEqual(["form.filled", "form.made"]);
});

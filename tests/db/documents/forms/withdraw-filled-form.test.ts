import { expect, test } from "vitest";
import { withdrawFilledForm } from "@/lib/documents/forms/commands/withdraw-filled-form";
import { makeFile } from "@/lib/documents/forms/make-file";
import { listFilled } from "@/lib/documents/forms/queries";
import { setUp } from "./set-up";

test("a form is filled again as the next version, and withdrawn without vanishing", async () => {
  const { ctx, caseId, fill } = await setUp();
  const { id } = await fill();
  await makeFile(ctx, id);
  const again = await fill();
  await withdrawFilledForm(ctx, { filledId: id });
  const rows = await listFilled(ctx, caseId);
  expect(rows.map(({ version, made, withdrawnAt }) => [version, made, withdrawnAt !== null])).toEqual([
    [2, false, false],
    [1, true, true],
  ]);
  await expect(withdrawFilledForm(ctx, { filledId: id })).rejects.toMatchObject({ code: "conflict" });
  expect(again.id).not.toBe(id);
});

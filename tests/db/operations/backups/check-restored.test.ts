import { expect, test } from "vitest";
import { checkRestored } from "@/lib/operations/backups/check-restored";
import { owner } from "@/tests/support/db";

const walls = async () => (await checkRestored([], []))[0];

test("a drill finds every table walled as this release builds it, and names one whose wall is gone", async () => {
  expect(await walls()).toMatchObject({ what: "Row-level security", problems: [] });
  await owner()`alter table app.case_words no force row level security`;
  try {
    expect((await walls())?.problems).toEqual(["app.case_words is not walled"]);
  } finally {
    await owner()`alter table app.case_words force row level security`;
  }
});

import { expect, test } from "vitest";
import { carryText } from "@/lib/oversight/search/carry-text";
import { markOf } from "@/lib/oversight/search/mark-of";
import { textBehind } from "@/lib/oversight/search/text-behind";
import { makeOrg } from "@/tests/support/org";

test("what was typed on another page opens for the person who typed it, for a minute, and says nothing in between", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const supervisor = await org.as("supervisor");
  const sealed = carryText(worker).seal("Naledi Example");
  expect(carryText(worker).open(sealed)).toBe("Naledi Example");
  expect(Buffer.from(sealed, "base64").toString("latin1")).not.toContain("Naledi");
  expect(carryText(supervisor).open(sealed)).toBeNull();
  expect(carryText({ ...worker, now: new Date(worker.now.getTime() + 60_001) }).open(sealed)).toBeNull();
  expect(carryText(worker).open(`${sealed.slice(0, -2)}AA`)).toBeNull();
  expect(carryText(worker).open(undefined)).toBeNull();
});

test("a list carries words under a mark that says nothing, for the person who typed them", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const supervisor = await org.as("supervisor");
  const mark = markOf(worker, "Naledi Example");
  expect(mark).toBe(markOf(worker, "Naledi Example"));
  expect(mark).toMatch(/^~[\w-]{12}$/);
  expect(mark).not.toBe(markOf(supervisor, "Naledi Example"));
  expect(mark).not.toBe(markOf(worker, "Naledi Other"));
  const sealed = carryText(worker, "list").seal("Naledi Example");
  expect(textBehind(worker, mark, sealed)).toBe("Naledi Example");
  expect(textBehind(worker, markOf(worker, "Naledi Other"), sealed)).toBeNull();
  expect(textBehind(supervisor, mark, sealed)).toBeNull();
  // A text that was carried to one page opens on no other.
  expect(carryText(worker).open(sealed)).toBeNull();
});

test("name and phone of the search go on to the form of a new case, and nowhere else", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const other = await org.as("supervisor");
  const typed = JSON.stringify({ name: "Naledi Example", phone: "082 555 0100" });
  const sealed = carryText(worker, "client").seal(typed);
  expect(carryText(worker, "client").open(sealed)).toBe(typed);
  expect(Buffer.from(sealed, "base64").toString("latin1")).not.toMatch(/Naledi|0100/);
  expect(carryText(other, "client").open(sealed)).toBeNull();
  expect(carryText(worker, "list").open(sealed)).toBeNull();
});

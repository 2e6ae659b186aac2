import { beforeAll, expect, test } from "vitest";
import { rewordText } from "@/lib/client/wording/reword-text";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg } from "@/tests/support/org";

let admin: Ctx;

beforeAll(async () => {
  admin = await (await makeOrg()).as("admin");
});

const later = () => ({ ...admin, now: new Date() });

test("own words with another placeholder, number or brace are refused at the field, and the neutral message stays", async () => {
  const refused = (key: string, words: string) =>
    expect(rewordText(later(), { language: "xh", key, words })).rejects.toMatchObject({
      fields: { words: expect.anything() },
    });
  await refused("until", "Liphela.");
  await refused("until", "Liphela nge-{date}, {recipient}.");
  await refused("until", "Liphela nge-{date} {");
  await refused("until", "Liphela nge-{date} emva kweentsuku ezi-3.");
  await refused("noticeText", "Icala lakho linendaba.");
});

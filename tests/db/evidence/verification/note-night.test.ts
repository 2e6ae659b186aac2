import { beforeAll, describe, expect, test } from "vitest";
import { noteNight } from "@/lib/evidence/verification/note-night";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
const counts = { originals: 3, derivatives: 2, lines: 9, tokens: 4, broken: 0 };

beforeAll(async () => {
  org = await makeOrg();
});

describe("noteNight", () => {
  test("writes the counts into the log of the organisation, as often as it ran", async () => {
    await Promise.all([noteNight(org.service(), counts), noteNight(org.service(), counts)]);
    const message = (await org.auditOf(org.id)).filter((action) => action === "evidence.checked");
    expect(message).toHaveLength(2);
    const other = await makeOrg();
    expect(await other.auditOf(other.id)).not.toContain("evidence.checked");
  });

  test("names the number that is none", async () => {
    const attempt = noteNight(org.service(), { ...counts, originals: -1 });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { originals: expect.any(String) } });
  });
});

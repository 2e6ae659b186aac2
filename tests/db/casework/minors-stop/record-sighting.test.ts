import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { imageSightings } from "@/db/schema";
import { readStopDesk } from "@/lib/casework/minors-stop/queries";
import { recordSighting } from "@/lib/casework/minors-stop/record-sighting";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
let accountId: string;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
  accountId = (await listAccountChoices(await org.as("caseworker"), caseId))[0]?.id ?? "";
});

const facts = () => ({
  caseId,
  url: "https://pictures.example/p/123?from=abc",
  accountId,
  seenAt: "2026-10-20T21:15",
  zone: "Africa/Johannesburg",
});
const record = async (change: Record<string, unknown> = {}) =>
  recordSighting(await org.as("caseworker"), { ...facts(), ...change });

describe("recordSighting", () => {
  test("keeps address, account, time and the report, sealed; the log has none of it", async () => {
    const { id } = await record({
      reportedTo: "ncmec",
      reportReference: "REPORT-4242",
      reportedAt: "2026-10-20T22:00",
      note: "The client told us by phone",
    });
    expect(await org.auditOf(id)).toEqual(["images.sighting_recorded"]);
    const [seen] = (await readStopDesk(await org.as("caseworker"), caseId)).sightings;
    expect(seen).toMatchObject({
      url: "https://pictures.example/p/123?from=abc",
      account: "A1 Instagram, @night.owl.example",
      seenAt: new Date("2026-10-20T19:15:00Z"),
      reportedAt: new Date("2026-10-20T20:00:00Z"),
      reportReference: "REPORT-4242",
      note: "The client told us by phone",
    });
    const [row] = await withTransaction(org.service(), "read only", (ctx) =>
      ctx.db.select().from(imageSightings).where(eq(imageSightings.id, id)),
    );
    expect(JSON.stringify(row)).not.toMatch(/pictures\.example|4242|by phone/);
  });

  test("an account that is not on the board is named by its permanent ID", async () => {
    await expect(record({ accountId: "" })).rejects.toMatchObject({
      fields: { platformAccountId: expect.any(String) },
    });
    await record({ accountId: "", platform: "x", platformAccountId: "990001" });
  });

  test.each([
    ["url", { url: "" }],
    ["platform", { platform: "nowhere" }],
    ["reportedTo", { reportedTo: "a friend", reportedAt: "2026-10-21T10:00" }],
    ["reportedTo", { reportReference: "REPORT-1" }],
    ["reportedAt", { reportedTo: "ncmec" }],
    ["seenAt", { seenAt: "yesterday" }],
    ["seenAt", { seenAt: "2099-01-01T10:00" }],
    ["zone", { zone: "Moon/Base" }],
  ])("names %s when it needs another look", async (field, change) => {
    await expect(record(change)).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("two people who record at once are both kept", async () => {
    const before = (await readStopDesk(await org.as("caseworker"), caseId)).sightings.length;
    await Promise.all([record(), recordSighting(await org.as("supervisor"), facts())]);
    expect((await readStopDesk(await org.as("caseworker"), caseId)).sightings).toHaveLength(before + 2);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { grantRelease } from "@/lib/handover/releases/commands/grant-release";
import { listReleases } from "@/lib/handover/releases/queries";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { openSample } from "@/tests/support/case-form";
import { makeCaseToPrint } from "@/tests/support/case-to-print";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
let today: string;

beforeAll(async () => {
  org = await makeOrg();
  const ctx = await org.as("caseworker");
  today = civilDate(ctx.now, "Africa/Johannesburg");
  ({ id: caseId } = await openSample(ctx));
});

const scan = (text: string) => new TextEncoder().encode(`%PDF-1.4 ${text}`);

const release = (over: Record<string, unknown> = {}) => ({
  caseId,
  recipientRole: "prosecutor",
  recipient: "Director of Public Prosecutions",
  purpose: "A request for mutual legal assistance",
  which: "all",
  signedOn: today,
  ...over,
});

describe("grantRelease", () => {
  test("ends 30 days after signing unless the client chose another day", async () => {
    const { id, expiresOn } = await grantRelease(await org.as("caseworker"), release());
    expect(expiresOn).toBe(addDays(today, 30));
    expect(await org.auditOf(id)).toEqual(["release.granted"]);
    const chosen = await grantRelease(
      await org.as("caseworker"),
      release({ items: "Not the voice note", expiresOn: addDays(today, 5) }),
    );
    const all = await listReleases(await org.as("caseworker"), caseId);
    expect(all.map((release) => [release.code, release.state])).toEqual([
      ["REL-2", "ends_soon"],
      ["REL-1", "in_force"],
    ]);
    expect(chosen.expiresOn).toBe(addDays(today, 5));
  });

  test("keeps what it covers: the office, the ticked exhibits, and whether the client may be known", async () => {
    const own = await makeOrg();
    const { caseId: full } = await makeCaseToPrint(own, await own.person("caseworker"), { released: false });
    const boss = await own.as("supervisor");
    await grantRelease(boss, { ...release(), caseId: full, which: "some", exhibits: { "E-02": "on" }, identity: "on" });
    const [one] = await listReleases(boss, full);
    expect(one).toMatchObject({
      recipientRole: "prosecutor",
      covers: { allExhibits: false, exhibits: [2], identity: true },
      items: "Exhibit E-02; who and where the client is",
    });
    await expect(
      grantRelease(boss, { ...release(), caseId: full, which: "some", exhibits: { "E-02": "on", "E-77": "on" } }),
    ).rejects.toMatchObject({ code: "invalid", fields: { which: expect.stringContaining("not in the case") } });
  });

  test("names the exhibit that is the scan of what the client signed, of this case and no other", async () => {
    const own = await makeOrg();
    const ctx = await own.as("caseworker");
    const { id: here } = await openSample(ctx);
    const { id: elsewhere } = await openSample(ctx);
    const paper = await addExhibit(ctx, here, scan("signed"));
    const other = await addExhibit(ctx, elsewhere, scan("of another case"));
    for (const exhibitId of [other.exhibitId, here]) {
      await expect(grantRelease(ctx, release({ caseId: here, exhibitId }))).rejects.toMatchObject({
        code: "invalid",
        fields: { exhibitId: expect.any(String) },
      });
    }
    await grantRelease(ctx, release({ caseId: here, exhibitId: paper.exhibitId }));
    await grantRelease(ctx, release({ caseId: here, exhibitId: "", recipientRole: "investigating_officer" }));
    expect(await listReleases(ctx, here)).toMatchObject([
      { code: "REL-2", exhibitId: null, exhibit: null },
      { code: "REL-1", exhibitId: paper.exhibitId, exhibit: "E-01" },
    ]);
  });

  test("names the field: signed tomorrow, over a year, over already, nobody named", async () => {
    const bad: [string, Record<string, unknown>][] = [
      ["signedOn", { signedOn: addDays(today, 1) }],
      ["expiresOn", { expiresOn: addDays(today, 366) }],
      ["expiresOn", { expiresOn: today }],
      ["signedOn", { signedOn: addDays(today, -40) }],
      ["recipient", { recipient: "" }],
      ["recipientRole", { recipientRole: "" }],
      ["which", { which: "" }],
      ["which", { which: "some" }],
      ["which", { which: "none" }],
      ["signedOn", { signedOn: "2026-02-30" }],
    ];
    for (const [field, over] of bad) {
      const attempt = grantRelease(await org.as("caseworker"), release(over));
      await expect(attempt, field).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("the same form sent twice records one release", async () => {
    const same = release({ recipient: "NCB Pretoria" });
    const both = await Promise.allSettled([
      grantRelease(await org.as("caseworker"), same),
      grantRelease(await org.as("caseworker"), same),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});

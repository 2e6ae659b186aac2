import { beforeAll, describe, expect, test } from "vitest";
import { getAuthorityDesk, hasAuthority, listAuthorities } from "@/lib/escalation/written-authorities/queries";
import { recordAuthority } from "@/lib/escalation/written-authorities/record-authority";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { newClient, openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
let exhibitId: string;
let today: string;

const scan = (text: string) => new TextEncoder().encode(`%PDF-1.4 ${text}`);

beforeAll(async () => {
  org = await makeOrg();
  const ctx = await org.as("caseworker");
  today = civilDate(ctx.now, "Africa/Johannesburg");
  ({ id: caseId } = await openSample(ctx));
  ({ exhibitId } = await addExhibit(ctx, caseId, scan("signed authority")));
});

const authority = (over: Record<string, unknown> = {}) => ({
  caseId,
  process: "secretariat",
  givenBy: "client",
  signedOn: today,
  exhibitId,
  ...over,
});

describe("recordAuthority", () => {
  test("counts for its process only, from the day it was signed", async () => {
    const ctx = await org.as("caseworker");
    const { id } = await recordAuthority(ctx, authority({ expiresOn: addDays(today, 10) }));
    expect(await org.auditOf(id)).toEqual(["authority.recorded"]);
    const has = (process: string, on: string) => hasAuthority(ctx, caseId, process, on);
    expect(await has("secretariat", today)).toBe(true);
    expect(await has("secretariat", addDays(today, 11))).toBe(false);
    expect(await has("secretariat", addDays(today, -1))).toBe(false);
    expect(await has("takedown", today)).toBe(false);
    expect(await listAuthorities(ctx, caseId)).toMatchObject([
      { code: "AUTH-1", process: "secretariat", givenBy: "client", exhibit: "E-01", state: "in_force" },
    ]);
  });

  test("a colleague who is not on the case reads nothing of it", async () => {
    const colleague = (await org.person("caseworker", "Colleague")).ctx;
    await expect(hasAuthority(colleague, caseId, "secretariat", today)).rejects.toMatchObject({ code: "not_found" });
  });

  test("names the field: no such process, signed tomorrow, ends before it starts, nobody, no paper", async () => {
    const ctx = await org.as("caseworker");
    const second = await openSample(ctx);
    const elsewhere = await addExhibit(ctx, second.id, scan("of another case"));
    const bad: [string, Record<string, unknown>][] = [
      ["process", { process: "no_such_process" }],
      ["process", { process: "" }],
      ["signedOn", { signedOn: addDays(today, 1) }],
      ["signedOn", { signedOn: "2026-02-30" }],
      ["expiresOn", { expiresOn: today }],
      ["givenBy", { givenBy: "neighbour" }],
      ["exhibitId", { exhibitId: "" }],
      ["exhibitId", { exhibitId: elsewhere.exhibitId }],
      ["exhibitId", { exhibitId: caseId }],
    ];
    for (const [field, over] of bad) {
      const attempt = recordAuthority(ctx, authority({ process: "takedown", ...over }));
      await expect(attempt, JSON.stringify(over)).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.any(String) },
      });
    }
  });

  test("a guardian signs for a client under 18 and for nobody else", async () => {
    const ctx = await org.as("caseworker");
    const guardian = authority({ process: "takedown", givenBy: "guardian" });
    await expect(recordAuthority(ctx, guardian)).rejects.toMatchObject({
      code: "invalid",
      fields: { givenBy: expect.any(String) },
    });
    const young = await openSample(ctx, { client: { ...newClient(`Young ${caseId.slice(-6)}`), isMinor: "on" } });
    const paper = await addExhibit(ctx, young.id, scan("signed by a parent"));
    await recordAuthority(ctx, { ...guardian, caseId: young.id, exhibitId: paper.exhibitId });
    expect(await hasAuthority(ctx, young.id, "takedown", today)).toBe(true);
    expect((await getAuthorityDesk(ctx, young.id)).clientIsMinor).toBe(true);
    expect((await getAuthorityDesk(ctx, caseId)).clientIsMinor).toBe(false);
  });

  test("the same form sent twice records one authority", async () => {
    const same = authority({ process: "ic3" });
    const both = await Promise.allSettled([
      recordAuthority(await org.as("caseworker"), same),
      recordAuthority(await org.as("caseworker"), same),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});

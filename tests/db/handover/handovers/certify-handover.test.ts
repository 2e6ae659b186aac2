import { beforeAll, describe, expect, test } from "vitest";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { certifyHandover } from "@/lib/handover/handovers/commands/certify-handover";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { deliveredPacket } from "@/tests/support/built-packet";
import { secrets } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";

let org: Org;
let worker: Person;
let officer: Person;
let handoverId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Thandi Example");
  officer = await org.person("liaison", "Lindiwe Example");
  ({ handoverId } = await deliveredPacket(org, worker, officer));
});

describe("certifyHandover", () => {
  test("prints what the ledger holds, in both zones, and is audited", async () => {
    const before = (await flatPagesOf((await certifyHandover(worker.ctx, { handoverId })).bytes)).join(" ");
    expect(before).toContain("First opened Not in the record");
    await openHandover(officer.ctx, { handoverId });
    await acknowledgeHandover(officer.ctx, { handoverId, note: `Of ${secrets.name}` });
    const { bytes, name } = await certifyHandover(worker.ctx, { handoverId });
    expect(name).toMatch(/^CD-.*-P1-v1-handover\.pdf$/);
    const text = (await flatPagesOf(bytes)).join(" ");
    const chainOf = (words: string) => /last one in full: ([0-9a-f ]{64,})/.exec(words)?.[1]?.replaceAll(" ", "") ?? "";
    expect(chainOf(text)).toMatch(/^[0-9a-f]{64}/);
    expect(chainOf(text)).not.toBe(chainOf(before));
    expect(text).toContain(chainOf(before).slice(0, 8));
    expect(text).toContain("Sergeant Lindiwe Example, force number 0000001-1");
    expect(text).toContain("Handed over by Thandi Example");
    expect(text).toMatch(/Receipt acknowledged \d+ \w+ 20\d\d, \d\d:\d\d \S+ · /);
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect((await org.auditOf(handoverId)).filter((value) => value === "handover.certified")).toHaveLength(2);
  });

  test("two at once are two certificates, each in the log", async () => {
    const both = await Promise.all([1, 2].map(() => certifyHandover(worker.ctx, { handoverId })));
    expect(both[0]?.name).toBe(both[1]?.name);
    expect((await org.auditOf(handoverId)).filter((value) => value === "handover.certified")).toHaveLength(4);
  });
});

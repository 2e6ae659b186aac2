import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { addSubject } from "@/lib/casework/subjects/commands/add-subject";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { findCases } from "@/lib/oversight/search/queries";
import { account, caseForm, newClient } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let mine: Ctx;
let heron: string;
let plover: string;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.as("caseworker");
  const board = (handle: string, platformId: string) => [{ ...account, handle, platformId }];
  heron = (
    await openCase(
      mine,
      caseForm({ client: newClient("Heron"), accounts: board("@heron.sender", "17841400000000142") }),
    )
  ).id;
  plover = (
    await openCase(
      mine,
      caseForm({ client: newClient("Plover"), accounts: board("@plover.sender", "17841400000000143") }),
    )
  ).id;
  const issued = { state: "issued", receivedVia: "sms", issuedOn: "2026-10-14" };
  await recordReference(mine, {
    caseId: heron,
    kind: "cas",
    raw: "CAS 212/10/2026",
    station: "Fynbos Road",
    ...issued,
  });
  await recordReference(mine, { caseId: plover, kind: "ic3", raw: "I2610150000000142", ...issued });
});

describe("findCases", () => {
  test.each([
    "CAS 212/10/2026",
    "cas212-10-2026",
    "212/10/2026",
    "Fynbos Road CAS 212/10/2026",
    "SAPS: your case CAS 212/10/2026 was opened at FYNBOS ROAD. Investigating officer will call.",
  ])("finds the case of a CAS number typed as %s", async (typed) => {
    const found = await findCases(mine, typed);
    expect(found.sole).toBe(heron);
    expect(found.hits[0]?.reasons[0]).toMatchObject({
      what: "CAS number",
      value: expect.stringContaining("212/10/2026"),
    });
  });

  test("finds by IC3 number, account, account id and case code", async () => {
    expect((await findCases(mine, "i2610 1500 0000 0142")).sole).toBe(plover);
    expect((await findCases(mine, "@Heron.Sender")).sole).toBe(heron);
    expect((await findCases(mine, "17841400000000143")).sole).toBe(plover);
    const code = (await findCases(mine, "Heron")).hits[0]?.code ?? "";
    expect((await findCases(mine, code.toLowerCase().replaceAll("-", " "))).sole).toBe(heron);
  });

  test("finds by the alleged name of a subject", async () => {
    await addSubject(mine, { caseId: heron, allegedName: "Gerhardus van Aswegen" });
    expect((await findCases(mine, "gerhardus van aswegen")).sole).toBe(heron);
    const colleague = (await org.person("caseworker")).ctx;
    expect((await findCases(colleague, "gerhardus van aswegen")).hits).toEqual([]);
  });

  test("lists the beginning of a pseudonym and goes nowhere by itself", async () => {
    const found = await findCases(mine, "plo");
    expect(found.hits.map((hit) => hit.caseId)).toEqual([plover]);
    expect([found.hits[0]?.exact, found.sole]).toEqual([false, undefined]);
  });

  test("finds nothing for nothing, for a stranger's number, and by a client's name", async () => {
    for (const typed of ["", " ", "CAS 999/10/2026", "Nomvula Dlamini"]) {
      expect(await findCases(mine, typed), typed).toEqual({ hits: [], sole: undefined });
    }
  });

  test("finds only cases that the person may see", async () => {
    const colleague = (await org.person("caseworker")).ctx;
    expect((await findCases(colleague, "CAS 212/10/2026")).hits).toEqual([]);
    expect((await findCases(await org.as("supervisor"), "CAS 212/10/2026")).sole).toBe(heron);
    const other = await makeOrg();
    expect((await findCases(await other.as("supervisor"), "CAS 212/10/2026")).hits).toEqual([]);
  });

  test("is not for liaisons or administrators", async () => {
    for (const role of ["liaison", "admin"] as const) {
      await expect(findCases(await org.as(role), "Heron")).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

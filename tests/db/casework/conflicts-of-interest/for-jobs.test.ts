import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { readOrganisationFolder } from "@/lib/operations/exports/read-organisation-folder";
import { newId } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let supervisor: Person;
let kept: string;
let shown: string;

beforeAll(async () => {
  org = await makeOrg();
  const owner = await org.person("caseworker");
  supervisor = await org.person("supervisor");
  kept = await plantCase(owner.ctx, { code: "CD-26-0001", number: 1 });
  shown = await plantCase(owner.ctx, { code: "CD-26-0002", number: 2 });
  await recordConflict(owner.ctx, { caseId: kept, memberId: supervisor.memberId, reason: "A conflict." });
});

describe("what jobs do for somebody who must not see a client", () => {
  test("the folder of all cases that they asked for is made without it", async () => {
    const folderFor = async (memberId: string) => {
      const names: string[] = [];
      const seen = async () => {};
      for await (const { name } of readOrganisationFolder(org.service(), memberId, seen))
        names.push(name.split("/")[1] ?? "");
      return new Set(names.filter((name) => name.startsWith("CD-")));
    };
    expect(await folderFor(supervisor.memberId)).toEqual(new Set(["CD-26-0002"]));
    const other = await org.person("supervisor");
    expect(await folderFor(other.memberId)).toEqual(new Set(["CD-26-0001", "CD-26-0002"]));
  });

  test("a reminder of it is left out, and the others are made", async () => {
    const remind = (caseId: string) => sql`insert into app.reminders
      select * from jsonb_populate_record(null::app.reminders, ${JSON.stringify({
        id: newId(),
        org_id: org.id,
        member_id: supervisor.memberId,
        case_id: caseId,
        clock_key: "x",
        due_on: "2026-11-24",
        alert: "due",
        made_at: "2026-11-24T10:00:00Z",
        urgency: "digest",
        why: "x",
      })}::jsonb) returning case_id`;
    expect(await bySql(org.service(), remind(shown))).toHaveLength(1);
    expect(await bySql(org.service(), remind(kept))).toEqual([]);
  });

  test("only a job may ask who is denied", async () => {
    const asked = sql`select ctx.denied_to(${supervisor.memberId}::uuid) as id`;
    expect(await bySql(org.service(), asked)).toEqual([{ id: kept }]);
    expect(await bySql(supervisor.ctx, asked)).toEqual([]);
    expect(await bySql((await makeOrg()).service(), asked)).toEqual([]);
  });
});

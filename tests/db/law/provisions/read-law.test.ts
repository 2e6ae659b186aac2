import { beforeAll, describe, expect, test } from "vitest";
import { provisionVersions } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { findOffence, houseLaw } from "@/lib/law/jurisdictions/rules";
import { amendProvision } from "@/lib/law/provisions/amend-provision";
import { listProvisionVersions, readLaw, readLawDesk } from "@/lib/law/provisions/queries";
import { newId } from "@/lib/platform/ids";
import { lawOf, offenceForm } from "@/tests/support/law-change";
import { makeOrg, type Org } from "@/tests/support/org";

const key = "za-cca-16";
let org: Org;

beforeAll(async () => {
  org = await makeOrg();
  await amendProvision(await org.as("admin"), offenceForm(key, { maxPenalty: "A fine" }));
});

describe("readLaw", () => {
  test("is the organisation's own for everybody inside and for its jobs", async () => {
    for (const ctx of [await org.as("caseworker"), await org.as("supervisor"), await org.as("admin"), org.service()]) {
      const law = await withTransaction(ctx, "read only", readLaw);
      expect(findOffence(key, law)?.maxPenalty).toBe("A fine");
    }
  });

  test("is the release for an officer outside, who reads no law of the organisation", async () => {
    const liaison = await org.as("liaison");
    expect(await withTransaction(liaison, "read only", readLaw)).toBe(houseLaw);
    await expect(readLawDesk(liaison)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listProvisionVersions(liaison, "offence", key)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("keeps going when a later release has no place for a change, and says so to whoever looks at the law", async () => {
    const admin = await org.as("admin");
    const row = { part: "offence", version: 1, source: "Invented", mark: "V", checkedOn: "2026-11-20" } as const;
    await withTransaction(admin, "read write", ({ db, orgId, now, actor }) =>
      db.insert(provisionVersions).values([
        {
          ...row,
          id: newId(),
          orgId,
          key: "gone-from-the-release",
          change: { maxPenalty: "x" },
          reason: "Read.",
          recordedBy: actor.memberId ?? "",
          recordedAt: now,
        },
        {
          ...row,
          id: newId(),
          orgId,
          key: "za-cca-15",
          change: { maxYears: "three" },
          reason: "Read.",
          recordedBy: actor.memberId ?? "",
          recordedAt: now,
        },
      ]),
    );
    const law = await lawOf(org);
    expect(findOffence("za-cca-15", law)).toEqual(findOffence("za-cca-15"));
    expect(findOffence(key, law)?.maxPenalty).toBe("A fine");
    const desk = await readLawDesk(await org.as("caseworker"));
    expect(desk.leftOut.map((leftOut) => leftOut.key).toSorted()).toEqual(["gone-from-the-release", "za-cca-15"]);
    expect(desk.changed.has(`offence ${key}`)).toBe(true);
  });

  test("names who changed what, the newest first", async () => {
    await amendProvision(await org.as("admin"), offenceForm(key, { maxPenalty: "Two fines", seen: "1" }));
    const history = await listProvisionVersions(await org.as("caseworker"), "offence", key);
    expect(
      history.map((provisionVersion) => [provisionVersion.version, provisionVersion.change, provisionVersion.by]),
    ).toEqual([
      [2, { maxPenalty: "Two fines" }, "Admin Person"],
      [1, { maxPenalty: "A fine" }, "Admin Person"],
    ]);
  });
});

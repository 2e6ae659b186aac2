import { expect, test } from "vitest";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { listAuditEntries } from "@/lib/oversight/audit-log/queries";
import { makeOrg } from "@/tests/support/org";

test("the log says who did what, narrows to a group and pages both ways", async () => {
  const org = await makeOrg();
  const person = await org.person("caseworker", "Somebody Example");
  const admin = await org.confirmed("admin");
  await changeRole(await org.confirmed("admin"), { memberId: person.memberId, role: "supervisor" });
  const { rows } = await listAuditEntries(admin, { groups: ["member"] });
  expect(rows[0]).toMatchObject({ what: "Role changed", who: "Admin Person", role: "admin" });
  expect(rows.every((row) => !row.detail.includes("Somebody"))).toBe(true);
  const older = await listAuditEntries(admin, { groups: ["member"], after: rows[0]?.seq });
  expect(older.rows[0]?.seq).toBe(rows[1]?.seq);
  expect(older.before).toBe(rows[1]?.seq);
});

test("the log of one organisation is closed to caseworkers and to other organisations", async () => {
  const org = await makeOrg();
  const other = await makeOrg();
  await expect(listAuditEntries(await org.as("caseworker"), {})).rejects.toMatchObject({ code: "forbidden" });
  const seen = await listAuditEntries(await other.as("admin"), {});
  expect(seen.rows.length).toBeLessThan(10);
});

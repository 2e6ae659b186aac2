import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { makeOrg } from "../../support/org";

const many = 200;

test("200 commands at once leave one chain: no number is missing and each entry carries the one before", async () => {
  const org = await makeOrg();
  const admin = await org.confirmed("admin");
  const invitation = (at: number) => ({ role: "caseworker", name: `Person ${at}`, email: `p${at}@test.example` });
  await Promise.all(Array.from({ length: many }, (_, at) => inviteMember(admin, invitation(at))));
  const links = await withTransaction(org.service(), "read only", async ({ db }) => {
    await db.execute(sql`set local timezone = 'UTC'`);
    return db.execute<{ seq: string; linked: boolean; right: boolean; action: string }>(sql`
      select seq, action, previous = lag(hash, 1, sha256(uuid_send(org_id))) over (order by seq) as linked,
        hash = sha256(previous || convert_to(
          (jsonb_build_array(seq, at, member_id, role, action, subject_id, case_id, detail)
              || case when session is null then '[]' else jsonb_build_array(session) end)::text, 'UTF8')) as right
      from audit.entries order by seq`);
  });
  expect(links.filter((link) => link.action === "member.invited")).toHaveLength(many);
  expect(links.map((link) => Number(link.seq))).toEqual(links.map((_, at) => at + 1));
  expect(links.filter((link) => !link.linked || !link.right)).toEqual([]);
});

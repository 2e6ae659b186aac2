import { expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { decideAccessChange } from "@/lib/organisation/access-changes/decide-access-change";
import { listAccessToDecide } from "@/lib/organisation/access-changes/queries";
import { withdrawAccessChange } from "@/lib/organisation/access-changes/withdraw-access-change";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { newId } from "@/lib/platform/ids";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

test("a role that waits is taken back by an administrator, once; a link is withdrawn as an invitation", async () => {
  const org = await makeOrg();
  const supervisor = await org.person("supervisor");
  await openCase(supervisor.ctx, caseForm());
  const person = await org.person("caseworker");
  await changeRole(await org.confirmed("admin"), { memberId: person.memberId, role: "supervisor" });
  const changeId = (await listAccessToDecide(supervisor.ctx))[0]?.id;
  await expect(withdrawAccessChange(supervisor.ctx, { changeId })).rejects.toMatchObject({ code: "forbidden" });
  await withdrawAccessChange(await org.as("admin"), { changeId });
  await expect(withdrawAccessChange(await org.as("admin"), { changeId })).rejects.toMatchObject({ code: "conflict" });
  const late = decideAccessChange(await org.confirmed(supervisor), { changeId, decision: "release" });
  await expect(late).rejects.toMatchObject({ code: "conflict" });
  expect((await ctxFromToken(person.token))?.actor.role).toBe("caseworker");
  expect(await org.auditOf(changeId ?? "")).toEqual(["member.access_asked", "member.access_withdrawn"]);
  const invited = { role: "caseworker", name: "New Person", email: `${newId()}@test.example` };
  await inviteMember(await org.confirmed("admin"), invited);
  const [link] = await listAccessToDecide(supervisor.ctx);
  await expect(withdrawAccessChange(await org.as("admin"), { changeId: link?.id })).rejects.toMatchObject({
    code: "conflict",
  });
});

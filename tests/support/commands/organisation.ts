import { sql } from "drizzle-orm";
import { listPasskeys } from "@/lib/auth/passkeys/list-passkeys";
import { officeToday } from "@/lib/law/office/rules";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { grantOwnApproval } from "@/lib/organisation/grants/grant-own-approval";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { askRoleChange } from "@/lib/organisation/roles/ask-role-change";
import { decideRoleChange } from "@/lib/organisation/roles/decide-role-change";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql } from "../by-sql";
import { rulesFor } from "../confirm-rules";
import { owner } from "../db";
import { giveApp, givePasskey, prove, sessionBy } from "../factors";
import { forWorkers, type Row, type Table } from "./row";
import { sampleOf, type World } from "./world";

const forAdmin = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "people.write",
  by: "admin",
  log,
  input,
  ...more,
});
const forWatchers = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "audit.read",
  by: "boss",
  proof: "passkey",
  log,
  input,
  ...more,
});

const someone = async ({ org }: World, role: "caseworker" | "supervisor" = "caseworker") => ({
  memberId: (await org.person(role, "Somebody Example")).memberId,
});
const invited = () => ({ role: "caseworker", name: "New Person", email: `${newId()}@test.example` });

const leave = (world: World, days: number) => {
  const on = addDays(officeToday(new Date()), days);
  return { memberId: world.worker.memberId, coverId: world.colleague.memberId, fromOn: on, untilOn: on };
};

/** A role that waits for a supervisor: there are cases, so nobody gives access to them alone. */
async function waiting(world: World) {
  await sampleOf(world);
  const { memberId } = await someone(world);
  await changeRole(world.admin.ctx, { memberId, role: "supervisor" });
  const of = sql`select id from app.access_changes where member_id = ${memberId}`;
  const [change] = await bySql<{ id: string }>(world.admin.ctx, of);
  return { changeId: change?.id };
}

const askedRole = async ({ org }: World): Promise<string> =>
  (
    await askRoleChange(
      await org.confirmed("admin"),
      rulesFor("caseworker", { name: `Volunteer ${newId()}`, without: ["packet.build"] }),
    )
  ).id;

/** A role of the organisation's own that a second person confirmed. */
async function ownRole(world: World): Promise<string> {
  const changeId = await askedRole(world);
  await decideRoleChange({ ...world.boss.ctx, steppedUp: "phr" }, { changeId, decision: "release" });
  const of = sql`select custom_role_id as id from app.role_changes where id = ${changeId}`;
  const [row] = await bySql<{ id: string }>(world.admin.ctx, of);
  return row?.id ?? "";
}

async function lockedCodes({ org }: World) {
  const person = await org.person("caseworker", "Locked Example");
  await giveApp(await sessionBy(person.loginId, "invitation"));
  await owner()`update auth.totps set tries = 100, locked_at = now() where login_id = ${person.loginId}`;
  return { memberId: person.memberId, madeSure: "called_back" };
}

/** A passkey that was added with a code, and so waits for a second person. */
async function waitingPasskey({ org }: World) {
  const { loginId } = await org.person("caseworker", "Waiting Example");
  await giveApp(await sessionBy(loginId, "invitation"));
  const session = await sessionBy(loginId, "password+totp");
  await prove(session, "totp");
  await givePasskey(session);
  const later = await sessionBy(loginId, "passkey");
  return { passkeyId: (await listPasskeys(later))[0]?.id, madeSure: "called_back" };
}

export const organisation: Table = {
  "organisation/absences/record-absence": forWorkers("leave.set", (world) => leave(world, 1), {
    otherwise: {
      because: "Everybody sets their own leave and nobody else's, but for a supervisor.",
      bystander: "forbidden",
      foreign: { memberId: "forbidden" },
    },
  }),
  "organisation/absences/end-absence": forWorkers(
    "leave.ended",
    async (world) => ({ leaveId: (await recordAbsence(world.worker.ctx, leave(world, 3))).id }),
    { otherwise: { because: "Who is away is known to all of the organisation.", bystander: "forbidden" } },
  ),
  "organisation/access-changes/decide-access-change": {
    needs: "access.decide",
    by: "boss",
    log: "member.access_released",
    proof: "passkey",
    input: async (world) => ({ ...(await waiting(world)), decision: "release" }),
  },
  "organisation/access-changes/withdraw-access-change": forAdmin("member.access_withdrawn", waiting),
  "organisation/roles/ask-role-change": forAdmin(
    "role.change_asked",
    () => rulesFor("caseworker", { name: `Volunteer ${newId()}` }),
    {
      needs: "roles.write",
      proof: "passkey",
      otherwise: { because: "A new role has no id yet.", left: ["customRoleId"] },
    },
  ),
  "organisation/roles/assign-role": forAdmin(
    "role.change_asked",
    async (world) => ({ ...(await someone(world)), customRoleId: await ownRole(world) }),
    {
      needs: "roles.write",
      proof: "passkey",
    },
  ),
  "organisation/roles/decide-role-change": {
    needs: "roles.decide",
    by: "boss",
    log: "role.change_confirmed",
    proof: "passkey",
    input: async (world) => ({ changeId: await askedRole(world), decision: "release" }),
  },
  "organisation/roles/withdraw-role-change": forAdmin(
    "role.change_withdrawn",
    async (world) => ({ changeId: await askedRole(world) }),
    { needs: "roles.write" },
  ),
  "organisation/grants/grant-own-approval": forAdmin(
    "member.granted",
    async (world) => ({ ...(await someone(world, "supervisor")), reason: "There is nobody else." }),
    { proof: "passkey" },
  ),
  "organisation/grants/end-grant": forAdmin("member.grant_ended", async (world) => {
    const given = await someone(world, "supervisor");
    await grantOwnApproval(world.admin.ctx, { ...given, reason: "There is nobody else." });
    return given;
  }),
  "organisation/members/allow-passkey": forWatchers("factor.passkey_allowed", waitingPasskey, {
    otherwise: {
      because: "What waits elsewhere does not wait here, and no more is said.",
      abroad: "conflict",
      foreign: { passkeyId: "conflict" },
    },
  }),
  "organisation/members/unlock-codes": forWatchers("factor.totp_unlocked", lockedCodes, {
    otherwise: {
      because: "What is locked elsewhere is not locked here, and no more is said.",
      abroad: "conflict",
      foreign: { memberId: "conflict" },
    },
  }),
  "organisation/members/change-role": forAdmin(
    "member.access_asked",
    async (world) => ({ ...(await someone(world)), role: "supervisor" }),
    { proof: "passkey" },
  ),
  "organisation/members/describe-desk": forAdmin(
    "organisation.described",
    () => ({ name: `Test organisation ${newId()}`, deskEmail: "desk@test.example", deskPhone: "" }),
    { otherwise: { because: "It is the organisation's own.", namesNothing: true } },
  ),
  "organisation/members/end-sessions": forAdmin("session.theirs_ended", someone, { proof: "any" }),
  "organisation/members/invite-member": forAdmin("member.invited", invited, {
    proof: "passkey",
    otherwise: {
      because: "The person is new, and a role of our own is chosen in a list.",
      namesNothing: true,
      left: ["customRoleId"],
    },
  }),
  "organisation/members/remove-member": forAdmin("member.removed", someone, { proof: "passkey" }),
  "organisation/members/renew-access": forAdmin(
    "member.renewal_offered",
    async (world) => ({ ...(await someone(world)), lost: "device", madeSure: "in_person" }),
    { proof: "passkey" },
  ),
  "organisation/members/withdraw-invitation": forAdmin("invitation.withdrawn", async (world) => ({
    invitationId: (await inviteMember(world.admin.ctx, invited())).id,
  })),
  "organisation/members/end-all-sessions": forAdmin("session.all_ended", () => ({ sure: "on" }), {
    last: true,
    proof: "any",
    otherwise: { because: "It is the organisation's own.", namesNothing: true },
  }),
};

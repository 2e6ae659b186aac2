import { sql } from "drizzle-orm";
import { listPasskeys } from "@/lib/auth/passkeys/list-passkeys";
import { officeToday } from "@/lib/law/office/rules";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { reportBody } from "@/lib/organisation/bodies/commands/report-body";
import { retireBody } from "@/lib/organisation/bodies/commands/retire-body";
import { decideDifferences } from "@/lib/organisation/bodies/imports/commands/decide-differences";
import { runBodyImport } from "@/lib/organisation/bodies/imports/commands/run-body-import";
import { retireCustomField } from "@/lib/organisation/custom-fields/commands/retire-custom-field";
import { grantOwnApproval } from "@/lib/organisation/grants/grant-own-approval";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { askRoleChange } from "@/lib/organisation/roles/ask-role-change";
import { decideRoleChange } from "@/lib/organisation/roles/decide-role-change";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { listedStation, listHeaders, newStation, startList, stationForm } from "../bodies";
import { bySql } from "../by-sql";
import { rulesFor } from "../confirm-rules";
import { owner } from "../db";
import { giveApp, givePasskey, prove, sessionBy } from "../factors";
import { addField } from "../own-field";
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

/** The directory of bodies belongs to all of the organisation. */
const ofAll = { because: "The directory belongs to all of the organisation.", bystander: "done" } as const;
const inBodies = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "directory.write",
  by: "admin",
  log,
  input,
  otherwise: ofAll,
  ...more,
});
const confirming = { needs: "directory.confirm", by: "worker" } as const;
const newList = (world: World, rows = [listedStation(`Voorbeeld ${newId().slice(-8)}`)]) =>
  startList(world.admin.ctx, rows);

/** A list with one row that differs from the directory. */
async function differingList(world: World) {
  const name = `Voorbeeld ${newId().slice(-8)}`;
  await newStation(world.admin.ctx, name);
  return newList(world, [listedStation(name, { Phone: "021 000 0199" })]);
}

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
      rulesFor("caseworker", { name: `Volunteer ${newId().slice(-8)}`, without: ["packet.build"] }),
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

const ownField = {
  record: "case",
  kind: "choice",
  label: "District",
  choices: "North\nSouth",
  audience: "all",
  required: "never",
};

let fieldsMade = 0;

/** A field of the organisation's own, and one below it. */
async function newField(world: World) {
  fieldsMade += 1;
  const fieldId = await addField(world.admin.ctx, { ...ownField, label: `District ${fieldsMade}` });
  await addField(world.admin.ctx, { ...ownField, label: `Ward ${fieldsMade}` });
  return { fieldId };
}

const forFields = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "fields.write",
  by: "admin",
  log,
  input,
  otherwise: { because: "A field is every administrator's.", bystander: "done" },
  ...more,
});

export const organisation: Table = {
  "organisation/custom-fields/add-custom-field": forFields(
    "custom_field.added",
    () => ({ ...ownField, label: `District of ${newId()}` }),
    { otherwise: { because: "It is new.", namesNothing: true } },
  ),
  "organisation/custom-fields/amend-custom-field": forFields("custom_field.amended", async (world) => ({
    ...(await newField(world)),
    ...ownField,
    label: `Region ${newId()}`,
  })),
  "organisation/custom-fields/move-custom-field": forFields("custom_field.moved", async (world) => ({
    ...(await newField(world)),
    way: "down",
  })),
  "organisation/custom-fields/retire-custom-field": forFields("custom_field.retired", newField),
  "organisation/custom-fields/restore-custom-field": forFields("custom_field.restored", async (world) => {
    const field = await newField(world);
    await retireCustomField(world.admin.ctx, field);
    return field;
  }),
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
  "organisation/bodies/add-body": inBodies("body.added", () => stationForm(), {
    ...confirming,
    otherwise: { because: "It is of no case.", namesNothing: true },
  }),
  "organisation/bodies/change-body": inBodies("body.changed", async (world) => ({
    ...stationForm(),
    bodyRef: await newStation(world.admin.ctx),
  })),
  "organisation/bodies/confirm-bodies": inBodies(
    "body.confirmed",
    async (world) => ({ bodyRefs: [await newStation(world.admin.ctx)] }),
    confirming,
  ),
  "organisation/bodies/report-body": inBodies(
    "body.reported",
    async (world) => ({ bodyRef: await newStation(world.admin.ctx), note: "It moved, says its own page." }),
    confirming,
  ),
  "organisation/bodies/settle-report": inBodies("body.report_settled", async (world) => {
    const bodyRef = await newStation(world.admin.ctx);
    await reportBody(world.worker.ctx, { bodyRef, note: "It moved, says its own page." });
    return { bodyRef };
  }),
  "organisation/bodies/retire-body": inBodies("body.retired", async (world) => ({
    bodyRef: await newStation(world.admin.ctx),
    note: "It was closed.",
  })),
  "organisation/bodies/restore-body": inBodies("body.restored", async (world) => {
    const bodyRef = await newStation(world.admin.ctx);
    await retireBody(world.admin.ctx, { bodyRef, note: "It was closed." });
    return { bodyRef };
  }),
  "organisation/bodies/merge-body": inBodies("body.merged", async (world) => {
    const into = `Voorbeeld ${newId().slice(-8)}`;
    await newStation(world.admin.ctx, into);
    return { bodyRef: await newStation(world.admin.ctx), into };
  }),
  "organisation/bodies/imports/start-body-import": inBodies(
    "body_import.started",
    () => ({ fileName: "stations.csv", headers: listHeaders, rows: [{ row: 2, cells: listedStation("Voorbeeld") }] }),
    { otherwise: { because: "It is of no case.", namesNothing: true } },
  ),
  "organisation/bodies/imports/set-columns": inBodies("body_import.mapped", async (world) => ({
    importId: await newList(world),
    columns: listHeaders.map(() => null),
    fixed: { country: "ZA" },
  })),
  "organisation/bodies/imports/correct-body-row": inBodies("body_import.row_corrected", async (world) => ({
    importId: await newList(world),
    row: 2,
    cells: listedStation("Voorbeeld Noord"),
  })),
  "organisation/bodies/imports/decide-differences": inBodies("body_import.differences_decided", async (world) => ({
    importId: await differingList(world),
    rows: "all",
    take: "yes",
  })),
  "organisation/bodies/imports/run-body-import": inBodies("body_import.run", async (world) => {
    const importId = await differingList(world);
    await decideDifferences(world.admin.ctx, { importId, rows: "all", take: "yes" });
    return { importId };
  }),
  "organisation/bodies/imports/cancel-body-import": inBodies("body_import.cancelled", async (world) => ({
    importId: await newList(world),
  })),
  "organisation/bodies/imports/undo-body-import": inBodies("body_import.undone", async (world) => {
    const importId = await newList(world);
    await runBodyImport(world.admin.ctx, { importId });
    return { importId };
  }),
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
    () => rulesFor("caseworker", { name: `Volunteer ${newId().slice(-8)}` }),
    {
      needs: "roles.write",
      proof: "passkey",
      otherwise: { because: "A new role has no id yet.", left: ["customRoleId"], namesNothing: true },
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

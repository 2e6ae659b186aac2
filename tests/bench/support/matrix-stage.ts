import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import type postgres from "postgres";
import { hashPassword } from "@/lib/auth/passwords/password";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { listReleases } from "@/lib/handover/releases/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { placeRestriction } from "@/lib/privacy/holds/place-restriction";
import type { Ids } from "../../e2e/support/routes";
import { agreeContact } from "../../support/agree-contact";
import { deliveredPacket } from "../../support/built-packet";
import { bySql } from "../../support/by-sql";
import { recordsOf } from "../../support/case-records";
import { owner } from "../../support/db";
import { type SessionName, sessions } from "../../support/model/who-may";
import { makeOrg, type Org, type Person } from "../../support/org";
import { passDays } from "../../support/plant-access";
import { hideScreen, sessionOfKind } from "../../support/session-kinds";
import { sessionBy } from "../../support/sessions";
import { sendFiles } from "../../support/uploaded-packet";
import { type Knocker, type Lesser, lesser, type State, states } from "./matrix-cells";

export type Player = Knocker & { cookie: string };
type Place = { ids: Ids; missing: ReadonlySet<string> };

/** Everybody and everything that the matrix is about, in two organisations of its own. */
export type Scene = {
  places: Record<State, Place>;
  players: Player[];
  /** Sessions that open nothing: one of each role, and nobody at all. */
  lesser: { name: Lesser; role: Knocker["role"] | null; cookie: string }[];
  /** Made when it is asked for: a proof counts for five minutes. */
  proved: (role: Knocker["role"], kind: SessionName) => Promise<string>;
  /** An access that was asked for and waits, and supervisors who may release it or may not. */
  waiting: () => Promise<{ changeId: string; free: string; tied: string }>;
  /** How hard the exhibit of the open case is to see, as somebody of the case marked it. */
  mark: (sensitivity: "ordinary" | "intimate") => Promise<void>;
};

export const provedKinds = (Object.keys(sessions) as SessionName[]).filter((kind) => sessions[kind] !== "closed");

/** @param among the states in which there is a case */
export async function makeScene(among: readonly State[] = states): Promise<Scene> {
  const org = await makeOrg("Rooibos Advice Centre");
  const elsewhere = await makeOrg("Turnstone Advice Centre");
  const owns = await org.person("caseworker", "Owner Example");
  const named = await org.person("liaison", "Named Example");
  const supervisor = await org.person("supervisor", "Deciding Example");
  const around = { org, owns, named, supervisor };
  const made: CaseOf[] = [];
  for (const state of among) made.push({ state, ...(await caseOf(around)) });
  const people = await peopleAround(around, elsewhere, made);
  const places = {} as Record<State, Place>;
  for (const planted of made) {
    await bringInto(planted, around);
    const place = await within(org.id, (tx) => recordsOf(tx, planted));
    places[planted.state] = { ...place, ids: { ...place.ids, exhibitId: planted.exhibitId } };
  }
  const players: Player[] = [];
  for (const { person, ...knocker } of people) players.push({ ...knocker, cookie: await wholeSession(person) });
  const passwordHash = await hashPassword("four plainly fictional words");
  return {
    places,
    players,
    lesser: await lesserSessions(org),
    proved: async (role, kind) => {
      const token = await sessionOfKind(kind, await org.person(role), { passwordHash });
      return cookieOf(token);
    },
    waiting: () => waitingAccess(org, passwordHash),
    mark: async (sensitivity) => {
      const { exhibitId } = places.open.ids;
      await within(org.id, (tx) => tx`update app.exhibits set sensitivity = ${sensitivity} where id = ${exhibitId}`);
    },
  };
}

type Around = { org: Org; owns: Person; named: Person; supervisor: Person };
type CaseOf = { state: State; caseId: string; clientId: string; exhibitId: string };

const now = (ctx: Ctx): Ctx => ({ ...ctx, now: new Date() });

/** A case with a packet that an officer holds whom the client's release names. */
async function caseOf({ org, owns, named, supervisor }: Around): Promise<Omit<CaseOf, "state">> {
  const { caseId } = await deliveredPacket(org, owns, named, { files: ["photo.jpg", "note.txt", "letter.pdf"] });
  await agreeContact(org.service(), caseId);
  const find = sql`select client_id as "clientId" from app.cases where id = ${caseId}`;
  const [row] = await bySql<{ clientId: string }>(supervisor.ctx, find);
  if (!row) throw new Error("The case of the matrix was not found.");
  // One that was uploaded, as every exhibit is; those of the packet are planted.
  const bytes = await readFile("tests/fixtures/files/photo.jpg");
  const [exhibitId = ""] = await sendFiles(org, owns, { caseId, files: [{ name: "photo.jpg", bytes }] });
  return { caseId, clientId: row.clientId, exhibitId };
}

async function bringInto({ state, caseId }: CaseOf, { owns, supervisor }: Around): Promise<void> {
  const reason = "As the matrix wants it.";
  if (state === "closed") {
    const end = sql`update app.cases set closed_at = now(), closed_by = ${owns.memberId}, outcome = 'client_ended' where id = ${caseId}`;
    await bySql(supervisor.ctx, end);
  }
  if (state === "restricted") await placeRestriction(now(supervisor.ctx), { caseId, reason });
  if (state === "stopped") await stopImages(now(owns.ctx), { caseId, reason });
  if (state !== "revoked") return;
  for (const { id: releaseId } of await listReleases(owns.ctx, caseId))
    await revokeRelease(now(owns.ctx), { caseId, releaseId, reason });
}

type Somebody = Knocker & { person: Person };

/** One person for each way of standing to the cases; their owner is on leave. */
async function peopleAround(
  { org, owns, named }: Around,
  elsewhere: Org,
  made: readonly CaseOf[],
): Promise<Somebody[]> {
  const found: Somebody[] = [];
  const put = (name: string, role: Knocker["role"], relation: Knocker["relation"], person: Person, isNamed = false) => {
    found.push({ name, role, relation, named: isNamed, person });
    return person;
  };
  put("owner on leave", "caseworker", "owns it", owns);
  put("officer who is named", "liaison", "same organisation", named, true);
  const add = async (name: string, role: Knocker["role"], relation: Knocker["relation"], from = org) =>
    put(name, role, relation, await from.person(role, `${name} Example`));
  const member = await add("member", "caseworker", "works on it");
  const cover = await add("cover", "caseworker", "covers for its owner");
  const looker = await add("looker", "caseworker", "looks in an emergency");
  const later = await add("cover to come", "caseworker", "same organisation");
  await add("colleague", "caseworker", "same organisation");
  for (const role of ["supervisor", "admin", "liaison"] as const) await add(role, role, "same organisation");
  const roles = ["caseworker", "supervisor", "admin", "liaison"] as const;
  const denied: Person[] = [];
  for (const role of roles) denied.push(await add(`denied ${role}`, role, "is denied it"));
  for (const role of roles) await add(`foreign ${role}`, role, "other organisation", elsewhere);
  for (const { caseId, clientId } of made) {
    await within(org.id, async (tx) => {
      for (const { memberId } of [member, ...denied.slice(0, 1)])
        await tx`insert into app.case_members (org_id, case_id, member_id, since)
          values (${org.id}, ${caseId}, ${memberId}, now())`;
    });
    // Said and released elsewhere in the tests, with reasons that are sealed; here only what the database keeps of it.
    for (const { memberId } of denied)
      await owner()`insert into ctx.denied (member_id, case_id, client_id) values (${memberId}, ${caseId}, ${clientId})`;
    await owner()`insert into ctx.looks (look_id, member_id, case_id, ends_at)
      values (${newId()}, ${looker.memberId}, ${caseId}, now() + interval '3 hours')`;
  }
  const today = officeToday(new Date());
  const away = { memberId: owns.memberId };
  await recordAbsence(now(owns.ctx), { ...away, coverId: cover.memberId, fromOn: today, untilOn: addDays(today, 1) });
  const next = { fromOn: addDays(today, 2), untilOn: addDays(today, 2) };
  await recordAbsence(now(owns.ctx), { ...away, coverId: later.memberId, ...next });
  return found;
}

const cookieOf = async (token: Buffer, family = deviceFamily(null)): Promise<string> =>
  `sid=${await encode({ token: { st: token.toString("base64url"), dv: family }, secret: env().AUTH_SECRET })}`;

const wholeSession = async ({ loginId }: Person): Promise<string> => cookieOf(await sessionBy(loginId, "passkey"));

const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

async function lesserSessions(org: Org): Promise<Scene["lesser"]> {
  const found: Scene["lesser"] = [{ name: "nobody", role: null, cookie: "" }];
  const make: Record<Exclude<Lesser, "nobody">, (person: Person) => Promise<string>> = {
    "signed out": async ({ loginId }) => {
      const token = await sessionBy(loginId, "passkey");
      await owner()`delete from auth.sessions where token_hash = ${sha256(token)}`;
      return cookieOf(token);
    },
    "another kind of browser": async ({ loginId }) =>
      cookieOf(await sessionBy(loginId, "passkey"), deviceFamily(firefox)),
    "half signed in": async ({ loginId }) => cookieOf(await sessionBy(loginId, "password")),
    "a hidden screen": async ({ loginId }) => {
      const token = await sessionBy(loginId, "passkey");
      await hideScreen(token);
      return cookieOf(token);
    },
  };
  for (const name of lesser) {
    if (name === "nobody") continue;
    for (const role of ["caseworker", "supervisor", "admin", "liaison"] as const)
      found.push({ name, role, cookie: await make[name](await org.person(role)) });
  }
  return found;
}

/** Who let somebody in less than 30 days ago is no second person with them: here the administrator who asks. */
async function waitingAccess(org: Org, passwordHash: string) {
  const asker = await org.confirmed("admin");
  const email = `${newId()}@test.example`;
  const { id: invitationId } = await inviteMember(asker, { role: "caseworker", name: "New Example", email });
  const rows = await within(
    org.id,
    (tx) => tx<{ id: string }[]>`
    select id from app.access_changes where invitation_id = ${invitationId}`,
  );
  const free = await org.person("supervisor");
  const tied = await org.person("supervisor");
  await passDays(-60, tied.memberId);
  const session = async (person: Person) =>
    cookieOf(await sessionOfKind("a passkey that counts", person, { passwordHash }));
  return { changeId: rows[0]?.id ?? "", free: await session(free), tied: await session(tied) };
}

async function within<T>(orgId: string, act: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  return (await owner().begin(async (tx) => {
    await tx`select ctx.put(${orgId}, null, 'service')`;
    return act(tx);
  })) as T;
}

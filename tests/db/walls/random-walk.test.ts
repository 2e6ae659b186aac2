import { type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { findCase, lockAnyCase } from "@/lib/casework/cases/access";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { liftConflict } from "@/lib/casework/conflicts-of-interest/lift-conflict";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import { endEmergencyAccess } from "@/lib/casework/emergency-access/end-emergency-access";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { endAbsence } from "@/lib/organisation/absences/end-absence";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { bySql } from "../../support/by-sql";
import { makeOrg, type Org, type Person } from "../../support/org";
import { plantCase } from "../../support/plant";

/** RANDOM_WALK_SEED plays the same walk again; RANDOM_WALK_OPERATIONS makes a longer one. */
const seed = Number(process.env.RANDOM_WALK_SEED ?? Math.floor(Math.random() * 2 ** 31));
const operations = Number(process.env.RANDOM_WALK_OPERATIONS ?? 10_000);

type User = { person: Person; org: number; role: "caseworker" | "supervisor" };
/** What is true, in memory: nothing of it is read back from the product. */
type Known = {
  id: string;
  code: string;
  org: number;
  owner: User;
  members: Set<User>;
  closed: boolean;
  denied: Map<User, string>;
  looks: Map<User, string>;
};

const users: User[] = [];
const orgs: Org[] = [];
const known: Known[] = [];
const covers = new Map<User, { by: User; id: string }>();

beforeAll(async () => {
  for (let org = 0; org < 4; org += 1) {
    const made = await makeOrg();
    orgs.push(made);
    for (const role of ["caseworker", "caseworker", "supervisor"] as const) {
      users.push({ person: await made.person(role), org, role });
    }
    for (const user of users.filter((candidate) => candidate.org === org)) {
      for (let no = 0; no < 2; no += 1) {
        const code = `CD-26-${org}${known.length}`;
        const id = await plantCase(user.person.ctx, { code });
        const state = { closed: false, denied: new Map(), looks: new Map() };
        known.push({ id, code, org, owner: user, members: new Set([user]), ...state });
      }
    }
  }
});

let state = seed;
/** Mulberry32: a small generator, so that a walk can be played again. */
function random(below: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
}
const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;

/** What the model says. */
function may(user: User, known: Known): { read: boolean; work: boolean } {
  if (user.org !== known.org || known.denied.has(user)) return { read: false, work: false };
  const covering = !known.closed && covers.get(known.owner)?.by === user;
  const work = user.role === "supervisor" || known.owner === user || known.members.has(user) || covering;
  return { read: work || known.looks.has(user), work };
}

const found = (act: Promise<unknown>) =>
  act.then(
    () => true,
    () => false,
  );

type Probe = { is: "read" | "work"; try: (ctx: TxCtx, some: readonly Known[]) => Promise<Set<string>> };

/** Ways of looking at cases, and of laying hands on them, past the scope. Each says which of them it got. */
const bySqlAlone: Record<string, Probe> = {
  row: { is: "read", try: (ctx, some) => idsOf(ctx, some, sql`select id from app.cases where id`) },
  word: {
    is: "read",
    try: (ctx, some) => idsOf(ctx, some, sql`select case_id as id from app.case_words where case_id`),
  },
  client: {
    is: "read",
    try: (ctx, some) =>
      idsOf(ctx, some, sql`select x.id from app.clients c join app.cases x on x.client_id = c.id where x.id`),
  },
  change: {
    is: "work",
    try: (ctx, some) => idsOf(ctx, some, sql`update app.cases set level = level where id`, sql`returning id`),
  },
};

async function idsOf({ db }: TxCtx, some: readonly Known[], start: SQL, end = sql``): Promise<Set<string>> {
  const ids = sql.join(
    some.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  );
  return new Set((await db.execute<{ id: string }>(sql`${start} in (${ids}) ${end}`)).map((row) => row.id));
}

/** The same through the scope, one case at a time. */
const byScope = {
  page: { is: "read", try: (ctx: TxCtx, id: string) => found(findCase(ctx, id)) },
  lock: { is: "work", try: (ctx: TxCtx, id: string) => found(lockAnyCase(ctx, id)) },
} as const;

/** One change by the product's own command; the model changes when the command says that it did. */
async function change(): Promise<void> {
  const one = pick(known);
  const here = users.filter((user) => user.org === one.org);
  const supervisors = here.filter((user) => user.role === "supervisor" && !one.denied.has(user));
  const boss = supervisors[0];
  const other = pick(here);
  if (!boss) return void (await lift(one, here));
  await pick([give, letIn, deny, lift, shut, leave, look])(one, here, boss, other);
}

type Move = (known: Known, here: readonly User[], boss?: User, other?: User) => Promise<void>;

const give: Move = async (known, _here, boss, other) => {
  if (!boss || !other || known.closed) return;
  const given = await found(assignCase(boss.person.ctx, { caseId: known.id, memberId: other.person.memberId }));
  expect(given, "given to whom").toBe(!known.denied.has(other) && known.owner !== other);
  if (!given) return;
  known.owner = other;
  known.members.add(other);
};

const letIn: Move = async (known, _here, boss, other) => {
  if (!boss || !other || known.members.has(other)) return;
  const row = sql`insert into app.case_members (org_id, case_id, member_id, since)
    values (${boss.person.ctx.orgId}, ${known.id}, ${other.person.memberId}, now())`;
  const came = await found(bySql(boss.person.ctx, row));
  expect(came, "let in").toBe(!known.denied.has(other));
  if (came) known.members.add(other);
};

const deny: Move = async (known, _here, boss, other) => {
  if (!boss || !other || known.denied.has(other)) return;
  const asked = { caseId: known.id, memberId: other.person.memberId, reason: "A conflict." };
  const set = await recordConflict(boss.person.ctx, asked).catch(() => null);
  expect(set !== null, "denied").toBe(other !== boss && (known.owner !== other || known.closed));
  if (!set) return;
  known.denied.set(other, set.id);
  known.looks.delete(other);
};

const lift: Move = async (known, here) => {
  const [who, denialId] = [...known.denied][0] ?? [];
  if (!who || !denialId) return;
  const by = here.find((user) => user.role === "supervisor" && user !== who);
  const lifted = await found(liftConflict((by ?? who).person.ctx, { denialId }));
  expect(lifted, "lifted").toBe(by !== undefined && !known.denied.has(by));
  if (lifted) return void known.denied.delete(who);
  // Nobody is left who could: the owner of the tables helps the walk on.
  if (!by) await unstick(known, who, denialId);
};

const shut: Move = async (known, _here, boss) => {
  if (!boss) return;
  const at = known.closed ? sql`null` : sql`now()`;
  await bySql(boss.person.ctx, sql`update app.cases set closed_at = ${at} where id = ${known.id}`);
  known.closed = !known.closed;
};

const leave: Move = async (_one, here) => {
  const who = pick(here);
  const known = covers.get(who);
  if (known) {
    await endAbsence(who.person.ctx, { leaveId: known.id });
    return void covers.delete(who);
  }
  const by = pick(here.filter((user) => user !== who));
  const today = officeToday(new Date());
  const asked = { memberId: who.person.memberId, coverId: by.person.memberId, fromOn: today, untilOn: today };
  covers.set(who, { by, id: (await recordAbsence(who.person.ctx, asked)).id });
};

const look: Move = async (known, here, boss) => {
  const [who, lookId] = [...known.looks][0] ?? [];
  if (!boss) return;
  if (who && lookId) {
    await endEmergencyAccess(boss.person.ctx, { lookId });
    return void known.looks.delete(who);
  }
  const asker = pick(here.filter((user) => user.role === "caseworker"));
  const { id } = await requestEmergencyAccess(asker.person.ctx, { code: known.code, reason: "An emergency." });
  const released = await found(
    decideEmergencyAccess({ ...boss.person.ctx, steppedUp: "phr" }, { lookId: id, decision: "release" }),
  );
  expect(released, "released").toBe(!known.denied.has(asker));
  if (released) known.looks.set(asker, id);
};

async function unstick(known: Known, who: User, denialId: string): Promise<void> {
  const helper: User = {
    person: await (orgs[known.org] as Org).person("supervisor"),
    org: known.org,
    role: "supervisor",
  };
  await liftConflict(helper.person.ctx, { denialId });
  known.denied.delete(who);
}

/** 80 looks of one person in one transaction. */
async function lookAround(ctx: TxCtx, user: User): Promise<string[]> {
  const wrong: string[] = [];
  const note = (name: string, known: Known, got: boolean, is: "read" | "work") => {
    if (got !== may(user, known)[is])
      wrong.push(`${user.role} ${users.indexOf(user)}, ${name} of ${known.code}: ${got}`);
  };
  for (const [name, probe] of Object.entries(bySqlAlone)) {
    const some = Array.from({ length: 17 }, () => pick(known));
    const got = await probe.try(ctx, some);
    for (const record of some) note(name, record, got.has(record.id), probe.is);
  }
  for (const [name, probe] of Object.entries(byScope)) {
    for (const record of Array.from({ length: 6 }, () => pick(known)))
      note(name, record, await probe.try(ctx, record.id), probe.is);
  }
  return wrong;
}

test("a random walk of 12 people in 4 organisations meets what the model says", async () => {
  process.stdout.write(`RANDOM_WALK_SEED=${seed}\n`);
  const wrong: string[] = [];
  for (let done = 0; done < operations; done += 82) {
    const user = pick(users);
    wrong.push(...(await withTransaction(user.person.ctx, "read write", (ctx) => lookAround(ctx, user))));
    await change();
    await change();
  }
  expect(wrong, `RANDOM_WALK_SEED=${seed}`).toEqual([]);
}, 240_000);

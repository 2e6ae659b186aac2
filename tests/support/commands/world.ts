import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { account, openSample } from "../case-form";
import { addExhibit } from "../exhibit";
import { makeOrg, type Org, type Person } from "../org";
import { plantCase } from "../plant";
import { prove, sessionBy } from "../sessions";
import type { Who } from "./row";

/** An organisation of the table's own, with people who stand in every way to its cases, each freshly proved. */
export type World = {
  org: Org;
  /** Owns every case that is planted. */
  worker: Person;
  /** Keeps cases, none of these, until something is given to them. */
  colleague: Person;
  /** Keeps cases and is never given anything. */
  bystander: Person;
  boss: Person;
  /** Another supervisor, for what wants two. */
  second: Person;
  admin: Person;
  officer: Person;
  /** An officer to whom nothing is given. */
  otherOfficer: Person;
  /** An open case that commands add to and none ends. */
  caseId: string;
  /** A second one, of the same worker. */
  otherCaseId: string;
  newCase: () => Promise<string>;
  exhibitOn: (caseId: string) => Promise<string>;
  /** What several rows share, planted when the first asks. */
  once: <T>(what: string, plant: () => Promise<T>) => Promise<T>;
  as: (who: Who | "bystander" | "otherOfficer") => Ctx;
  /** Contexts of now, and proofs that still count. */
  freshen: () => Promise<void>;
};

const people = {
  worker: "caseworker",
  colleague: "caseworker",
  bystander: "caseworker",
  boss: "supervisor",
  second: "supervisor",
  admin: "admin",
  officer: "liaison",
  otherOfficer: "liaison",
} as const;
type Name = keyof typeof people;

/** A proof counts for five minutes. */
const provedFor = 60_000;

export async function makeWorld(): Promise<World> {
  const org = await makeOrg();
  const known = {} as Record<Name, Person>;
  for (const [name, role] of Object.entries(people) as [Name, (typeof people)[Name]][])
    known[name] = await org.person(role, `${name} Example`);
  let provedAt = 0;
  const freshen = async () => {
    const stale = Date.now() - provedAt > provedFor;
    if (stale) provedAt = Date.now();
    for (const person of Object.values(known)) {
      if (stale) {
        person.token = await sessionBy(person.loginId, "passkey");
        await prove(person.token, "passkey");
      }
      const ctx = stale ? await ctxFromToken(person.token) : person.ctx;
      if (!ctx) throw new Error("The session did not open.");
      person.ctx = { ...ctx, now: new Date() };
    }
  };
  await freshen();
  const kept = new Map<string, Promise<unknown>>();
  const newCase = () => {
    const id = newId();
    return plantCase(known.worker.ctx, { id, code: `CD-26-${id.slice(-6).toUpperCase()}` });
  };
  return {
    ...known,
    org,
    freshen,
    newCase,
    caseId: await newCase(),
    otherCaseId: await newCase(),
    exhibitOn: async (caseId) =>
      (await addExhibit(known.worker.ctx, caseId, Buffer.from(`A letter ${caseId}`))).exhibitId,
    once: <T>(what: string, plant: () => Promise<T>) => {
      if (!kept.has(what)) kept.set(what, plant());
      return kept.get(what) as Promise<T>;
    },
    as: (who) => (who === "service" ? org.service() : known[who].ctx),
  };
}

/** A case as a form opens it, with one account and one act, that rows share. */
export const sampleOf = (world: World): Promise<string> =>
  world.once("sample", async () => (await openSample(world.worker.ctx, { accounts: [account] })).id);

/** An exhibit of the shared case. */
export const exhibitOf = (world: World): Promise<string> => world.once("exhibit", () => world.exhibitOn(world.caseId));

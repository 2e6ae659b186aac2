import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/passwords/password";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { findCase, lockAnyCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { query } from "@/lib/kernel/access/query";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import type { GuardedAct, Proof } from "@/lib/kernel/access/step-ups";
import { AppError } from "@/lib/platform/errors";
import { type Actor, type Stage, setStage } from "../../support/actors";
import {
  everyPermission,
  mayRole,
  onCase,
  opensTo,
  type PermissionName,
  type ProofName,
  proofs,
  type RoleName,
  type SessionName,
  sessions,
} from "../../support/model/who-may";
import { sessionOfKind } from "../../support/session-kinds";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});

/** What a command meets before it does anything: its permission, the case, the proof. Kept from writing by the error. */
const enough = new Error("far enough");
const Shape = z.object({ caseId: z.uuid() });
const acts = {
  read: (needs: PermissionName) => {
    const ask = query(needs, (ctx, caseId: string) => findCase(ctx, caseId));
    return (ctx: TxCtx, caseId: string) => ask(ctx, caseId);
  },
  "work with any proof": guarded("packet.approve"),
  "work with the best proof": guarded("client.reveal"),
  "work with a passkey": guarded("export.release"),
};

function guarded(by: GuardedAct) {
  return (needs: PermissionName) => {
    const act = command({
      needs,
      input: Shape,
      async run(ctx, { caseId }) {
        await lockAnyCase(ctx, caseId);
        requireStepUp(ctx, by);
        throw enough;
      },
    });
    return (ctx: TxCtx, caseId: string) => act(ctx, { caseId });
  };
}

type Act = keyof typeof acts;
type Outcome = "done" | "forbidden" | "not_found" | "invalid" | "unauthenticated" | "other";

const opened: Record<Act, readonly ProofName[]> = {
  read: proofs,
  "work with any proof": opensTo.any,
  "work with the best proof": opensTo.best,
  "work with a passkey": opensTo.passkey,
};

/** As the product calls them. */
const proven = { nothing: null, any: "any", best: "best", passkey: "phr" } as const satisfies Record<
  ProofName,
  Proof | null
>;

async function outcomeOf(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    await run();
    return "done";
  } catch (error) {
    if (error === enough) return "done";
    if (sqlState(error) === "28000") return "unauthenticated";
    if (!(error instanceof AppError)) return "other";
    const known = ["forbidden", "not_found", "invalid", "unauthenticated"];
    return known.includes(error.code) ? (error.code as Outcome) : "other";
  }
}

type Cell = { permission: PermissionName; act: Act; closed: boolean; proof: ProofName };

/** From the tables of the model alone. */
function promised({ role, relation }: Pick<Actor, "role" | "relation">, cell: Cell): Outcome {
  const { permission, act, closed, proof } = cell;
  if (!mayRole(role, permission)) return "forbidden";
  const { read, work } = onCase(role, relation, closed);
  if (!(act === "read" ? read : work)) return "not_found";
  return opened[act].includes(proof) ? "done" : "invalid";
}

const permissions = Object.keys(everyPermission) as PermissionName[];
const actNames = Object.keys(acts) as Act[];

/** A transaction for each proof. Reading asks for none, and a closed case for no other: both with the least and the most. */
async function walk(actor: Actor): Promise<{ tried: number; mismatches: string[] }> {
  const mismatches: string[] = [];
  let tried = 0;
  for (const proof of proofs) {
    const ctx = { ...actor.person.ctx, steppedUp: proven[proof] } as Ctx;
    const outer = proof === "nothing" || proof === "passkey";
    const here = actNames.filter((act) => act !== "read" || outer);
    await withTransaction(ctx, "read write", async (scoped) => {
      for (const permission of permissions) {
        for (const act of here) {
          for (const state of outer ? (["open", "closed"] as const) : (["open"] as const)) {
            const found = await outcomeOf(() => acts[act](permission)(scoped, stage[state]));
            const expected = promised(actor, { permission, act, closed: state === "closed", proof });
            const cell = `${actor.name}, ${permission}, ${act}, ${state}, proved ${proof}`;
            if (found !== expected) mismatches.push(`${cell}: ${found}, not ${expected}`);
            tried += 1;
          }
        }
      }
    });
  }
  return { tried, mismatches };
}

/** What a session is worth is the same for each permission: one that all have, two of cases, one of two roles alone. */
const someOf = ["own.security", "case.read", "case.write", "export.release"] as const satisfies PermissionName[];

let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword("four plainly fictional words");
});

/** Every cell of one session, each in a transaction of its own as a page or a form opens it. */
async function walkSession(role: RoleName, kind: SessionName): Promise<string[]> {
  let before: Ctx | null = null;
  const beforeCover = async (open: Buffer) => {
    before = await ctxFromToken(open);
  };
  const token = await sessionOfKind(kind, await stage.org.person(role), { passwordHash, beforeCover });
  const worth = sessions[kind];
  const ctx = (await ctxFromToken(token)) ?? before;
  if (!ctx) return [`${role}, ${kind}: no session`];
  const wrong: string[] = [];
  if (worth === "closed" && (await ctxFromToken(token))) wrong.push(`${role}, ${kind}: the session opens`);
  for (const permission of someOf) {
    for (const act of actNames) {
      const found = await outcomeOf(() =>
        withTransaction(ctx, "read write", (scoped) => acts[act](permission)(scoped, stage.open)),
      );
      const proof = worth === "closed" ? "nothing" : worth;
      const stands = { role, relation: "same organisation" } as const;
      const expected =
        worth === "closed" ? "unauthenticated" : promised(stands, { permission, act, closed: false, proof });
      if (found !== expected) wrong.push(`${role}, ${kind}, ${permission}, ${act}: ${found}, not ${expected}`);
    }
  }
  return wrong;
}

describe("the matrix at the commands", () => {
  test("role, relation, state of the case, proof and permission give what the model says, in every cell", async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const actor of stage.actors) {
      const { tried, mismatches } = await walk(actor);
      cells += tried;
      wrong.push(...mismatches);
    }
    expect(wrong).toEqual([]);
    expect(cells).toBe(stage.actors.length * permissions.length * (2 * 2 + 3 * (proofs.length + 2)));
    expect(cells).toBeGreaterThanOrEqual(10_000);
  }, 240_000);

  test("what a session is worth is what its proofs are by the database: waiting passkeys, codes, hidden screens", async () => {
    const wrong: string[] = [];
    for (const role of ["caseworker", "supervisor", "admin", "liaison"] as const)
      for (const kind of Object.keys(sessions) as SessionName[]) wrong.push(...(await walkSession(role, kind)));
    expect(wrong).toEqual([]);
  }, 240_000);

  test("when the policy cannot be asked, nobody is let in", async () => {
    const [first] = stage.actors;
    const broken = { ...(first?.person.ctx as Ctx), door: () => Promise.reject(new Error("no answer")) };
    const noContext = { ...(first?.person.ctx as Ctx), door: async () => [] };
    const nobody = {
      ...(first?.person.ctx as Ctx),
      actor: { ...first?.person.ctx.actor, role: "nobody" },
    } as unknown as Ctx;
    const read = query("case.read", (ctx, caseId: string) => findCase(ctx, caseId));
    await expect(read(broken, stage.open)).rejects.toThrow("no answer");
    await expect(read(noContext, stage.open)).rejects.toMatchObject({ code: "not_found" });
    await expect(read(nobody, stage.open)).rejects.toThrow();
  });
});

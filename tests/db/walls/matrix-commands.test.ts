import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { command } from "@/lib/access/command";
import { type Ctx, inScope, type Scoped } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { requireStepUp } from "@/lib/access/require-step-up";
import { findCase, lockAnyCase } from "@/lib/cases/scope";
import { AppError } from "@/lib/platform/errors";
import { type Actor, type Stage, setStage } from "../../support/actors";
import { everyPermission, mayRole, onCase, type PermissionName } from "../../support/model/who-may";

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
    return (ctx: Scoped, caseId: string) => ask(ctx, caseId);
  },
  "work with a proof": guarded,
};

function guarded(needs: PermissionName) {
  const act = command({
    needs,
    input: Shape,
    async run(ctx, { caseId }) {
      await lockAnyCase(ctx, caseId);
      requireStepUp(ctx, "export.release");
      throw enough;
    },
  });
  return (ctx: Scoped, caseId: string) => act(ctx, { caseId });
}

type Act = keyof typeof acts;
type Outcome = "done" | "forbidden" | "not_found" | "invalid" | "other";

async function outcomeOf(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    await run();
    return "done";
  } catch (error) {
    if (error === enough) return "done";
    if (!(error instanceof AppError)) return "other";
    return ["forbidden", "not_found", "invalid"].includes(error.code) ? (error.code as Outcome) : "other";
  }
}

/** From the tables of the model alone. */
function promised(
  { role, relation }: Actor,
  permission: PermissionName,
  act: Act,
  closed: boolean,
  proven: boolean,
): Outcome {
  if (!mayRole(role, permission)) return "forbidden";
  const { read, work } = onCase(role, relation, closed);
  if (!(act === "read" ? read : work)) return "not_found";
  return act === "work with a proof" && !proven ? "invalid" : "done";
}

/** Every cell of one person: in two transactions, without and with a fresh proof. */
async function walk(actor: Actor): Promise<{ tried: number; mismatches: string[] }> {
  const mismatches: string[] = [];
  let tried = 0;
  const states = ["open", "closed"] as const;
  for (const proven of [false, true]) {
    const ctx = { ...actor.person.ctx, steppedUp: proven ? "phr" : null } as Ctx;
    await inScope(ctx, "read write", async (scoped) => {
      for (const permission of Object.keys(everyPermission) as PermissionName[]) {
        for (const act of Object.keys(acts) as Act[]) {
          for (const state of states) {
            const found = await outcomeOf(() => acts[act](permission)(scoped, stage[state]));
            const expected = promised(actor, permission, act, state === "closed", proven);
            const cell = `${actor.name}, ${permission}, ${act}, ${state}, proof ${proven}`;
            if (found !== expected) mismatches.push(`${cell}: ${found}, not ${expected}`);
            tried += 1;
          }
        }
      }
    });
  }
  return { tried, mismatches };
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
    expect(cells).toBe(stage.actors.length * 2 * Object.keys(everyPermission).length * 2 * 2);
    expect(cells).toBeGreaterThanOrEqual(3000);
  }, 120_000);

  test("when the policy cannot be asked, nobody is let in", async () => {
    const [owner] = stage.actors;
    const broken = { ...(owner?.person.ctx as Ctx), door: () => Promise.reject(new Error("no answer")) };
    const noContext = { ...(owner?.person.ctx as Ctx), door: () => Promise.resolve() };
    const nobody = {
      ...(owner?.person.ctx as Ctx),
      actor: { ...owner?.person.ctx.actor, role: "nobody" },
    } as unknown as Ctx;
    const read = query("case.read", (ctx, caseId: string) => findCase(ctx, caseId));
    await expect(read(broken, stage.open)).rejects.toThrow("no answer");
    await expect(read(noContext, stage.open)).rejects.toMatchObject({ code: "not_found" });
    await expect(read(nobody, stage.open)).rejects.toThrow();
  });
});

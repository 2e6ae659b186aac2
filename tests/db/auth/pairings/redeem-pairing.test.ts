import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { ctxFromPairing } from "@/lib/auth/pairings/ctx-from-pairing";
import { redeemPairing } from "@/lib/auth/pairings/redeem-pairing";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { listExhibits } from "@/lib/evidence/exhibits/queries";
import { endPairing } from "@/lib/evidence/pairings/end-pairing";
import { makePairing } from "@/lib/evidence/pairings/make-pairing";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { newId } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { owner } from "@/tests/support/db";
import { addExhibit } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantPairing } from "@/tests/support/plant-pairing";

let org: Org;
let boss: Person;
let worker: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  boss = await org.person("supervisor");
});

beforeEach(async () => {
  worker = await org.person("caseworker");
  caseId = await plantCase(worker.ctx);
});

const asJob = (statement: ReturnType<typeof sql>) => bySql(org.service(), statement);
const use = (code: string, network = newId()) => redeemPairing({ code, browser: "Chrome 141" }, network);

describe("the code of a pairing", () => {
  test("works once, however it is typed, and the log says who connected what and who was refused", async () => {
    const { id, code } = await makePairing(worker.ctx, { caseId });
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect((await use(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)).outcome).toBe("open");
    expect(await use(code)).toEqual({ token: null, outcome: "used" });
    expect((await org.auditOf(id)).toSorted()).toEqual(["pairing.begun", "pairing.made", "pairing.refused"]);
    const [row] = await asJob(sql`select code_hash::text, token_hash::text from app.pairings where id = ${id}`);
    expect(row).toEqual({ code_hash: expect.stringMatching(/^\\x/), token_hash: expect.stringMatching(/^\\x/) });
  });

  test("is used by one of two who come at the same moment", async () => {
    const { code } = await makePairing(worker.ctx, { caseId });
    const outcomes = await Promise.all([use(code), use(code)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["open", "used"]);
  });

  test("opens nothing after ten minutes, after another was made, taken back, or when it was never made", async () => {
    const late = await makePairing(worker.ctx, { caseId });
    await asJob(sql`update app.pairings set code_until = now() where id = ${late.id}`);
    expect((await use(late.code)).outcome).toBe("expired");
    const first = await makePairing(worker.ctx, { caseId });
    const second = await makePairing(worker.ctx, { caseId });
    expect((await use(first.code)).outcome).toBe("ended");
    await endPairing(worker.ctx, { pairingId: second.id });
    expect((await use(second.code)).outcome).toBe("ended");
    expect((await use("00000000")).outcome).toBe("unknown");
    await expect(use("short")).rejects.toHaveProperty("fields.code");
  });

  test("from one network twenty tries go through, and no more, the right code included", async () => {
    const { code } = await makePairing(worker.ctx, { caseId });
    const network = newId();
    for (let tries = 0; tries < 20; tries++) expect((await use("00000000", network)).outcome).toBe("unknown");
    await expect(use(code, network)).rejects.toHaveProperty("name", "TooOften");
    expect((await use(code)).outcome).toBe("open");
  });

  test("is made by who works on the case: not by a supervisor who only reads it, a colleague or an officer", async () => {
    await expect(makePairing(boss.ctx, { caseId })).rejects.toHaveProperty("code", "forbidden");
    const colleague = await org.person("caseworker");
    await expect(makePairing(colleague.ctx, { caseId })).rejects.toHaveProperty("code", "not_found");
    const own = await plantCase(boss.ctx);
    expect((await plantPairing(boss.ctx, own)).caseId).toBe(own);
  });
});

describe("a pairing", () => {
  test("sees one case, whatever else its member sees, a supervisor too", async () => {
    for (const person of [worker, boss]) {
      const mine = await plantCase(person.ctx);
      const other = await plantCase(person.ctx);
      for (const on of [mine, other]) await addExhibit(person.ctx, on, freshBytes(40));
      const { ctx } = await plantPairing(person.ctx, mine);
      const count = async (table: string) => bySql(ctx, sql`select case_id from ${sql.raw(`app.${table}`)}`);
      for (const table of ["exhibits", "uploads", "custody_events"])
        expect(new Set((await count(table)).map((row) => row.case_id)), table).toEqual(new Set([mine]));
      expect(await bySql(ctx, sql`select id from app.cases`)).toEqual([{ id: mine }]);
      expect(await bySql(ctx, sql`select id from app.clients`)).toEqual([]);
      const taken = sql`update app.uploads set size = 1 where case_id = ${other}::uuid returning id`;
      expect(await bySql(ctx, taken)).toEqual([]);
    }
  });

  test("runs no command and no query but its own, and the refusal is in the log", async () => {
    const { ctx } = await plantPairing(worker.ctx, caseId);
    await expect(listExhibits(ctx, caseId)).rejects.toHaveProperty("code", "forbidden");
    await expect(addExhibit(ctx, caseId, freshBytes(40))).rejects.toHaveProperty("code", "forbidden");
    await expect(makePairing(ctx, { caseId })).rejects.toHaveProperty("code", "forbidden");
    expect(await org.auditOf(worker.memberId)).toContain("access.refused");
  });

  /** Whoever opened it stays on it. */
  const givenAway = async () => {
    const next = await org.person("caseworker");
    await assignCase(boss.ctx, { caseId, memberId: next.memberId });
  };

  const ends: Record<string, (pairingId: string) => Promise<unknown>> = {
    "after an hour": (id) => asJob(sql`update app.pairings set until = now() where id = ${id}`),
    "by hand": (pairingId) => endPairing(worker.ctx, { pairingId }),
    "with its session": () => database().execute(sql`select auth.end_session(${worker.token})`),
    "with the login": () => owner()`update auth.logins set disabled_at = now() where id = ${worker.loginId}`,
    "with the membership": async () => removeMember(await org.confirmed("admin"), { memberId: worker.memberId }),
    "when the case is closed": () =>
      closeCase(worker.ctx, { caseId, outcome: "stopped", note: "It stopped.", seen: "on" }),
    "with the work on the case": async () => {
      await givenAway();
      await asJob(sql`delete from app.case_members where case_id = ${caseId} and member_id = ${worker.memberId}`);
    },
    "by a conflict of interest": async () => {
      await givenAway();
      await recordConflict(boss.ctx, { caseId, memberId: worker.memberId, reason: "They are related." });
    },
  };

  test.each(Object.keys(ends))("ends %s", async (how) => {
    const { ctx, token } = await plantPairing(worker.ctx, caseId);
    expect(await ctxFromPairing(token)).not.toBeNull();
    await ends[how]?.(ctx.pairing?.id ?? "");
    expect(await ctxFromPairing(token)).toBeNull();
    // What was let in a moment ago is refused too: each transaction asks at the door.
    await expect(bySql(ctx, sql`select 1`)).rejects.toThrow();
  });

  test("goes on while its member is away from the pages: an idle session and a covered screen end nothing", async () => {
    const { token } = await plantPairing(worker.ctx, caseId);
    await owner()`update auth.sessions set idle_expires_at = now() - interval '1 minute', covered_at = now()
      where token_hash = sha256(${worker.token})`;
    expect(await ctxFromPairing(token)).not.toBeNull();
  });

  test("of a token that is none, of its own code, and of a calendar there is nothing", async () => {
    const { code } = await plantPairing(worker.ctx, caseId);
    for (const token of ["", code, "x".repeat(43)]) expect(await ctxFromPairing(token)).toBeNull();
  });
});

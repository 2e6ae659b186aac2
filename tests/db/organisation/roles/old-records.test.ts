import { globSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { bySql } from "@/tests/support/by-sql";
import { commandsOf, nameOf } from "@/tests/support/commands/ask";
import { casework } from "@/tests/support/commands/casework";
import { evidence } from "@/tests/support/commands/evidence";
import { makeWorld, type World } from "@/tests/support/commands/world";

/** The tables whose rows may become too old for a role to change, with the column that says how old they are. */
const aging = {
  accounts: "added_at",
  case_notes: "written_at",
  charges: "named_at",
  custom_values: "set_at",
  exhibits: "received_at",
  identifiers: "added_at",
  incidents: "logged_at",
  references: "recorded_at",
  subjects: "added_at",
} as const;

/** As the sources name them; a command that changes one of their rows stands here by itself. */
const changes =
  /\.(?:update|delete)\((?:accounts|caseNotes|charges|exhibits|identifiers|incidents|references|subjects)\)/;
/** These change a row through another command or through what writes an organisation's own fields. */
const through = ["casework/charges/link-act", "evidence/exhibits/amend-exhibits"];
/** It adds a number; the one that was awaited ends however old it is. */
const adds = "casework/references/record-reference";

const rows = { ...casework, ...evidence };
const found = globSync("lib/{casework,evidence,escalation,documents}/**/*.ts").filter((file) => {
  const text = readFileSync(file, "utf8");
  return changes.test(text) && /=\s*command\(/.test(text) && !text.includes('needs: "job.run"');
});
const names = [...found.map(nameOf), ...through].filter((name) => name !== adds).toSorted();

let world: World;
let above: postgres.Sql;

beforeAll(async () => {
  const name = new URL(process.env.DATABASE_OWNER_URL ?? "").pathname;
  above = postgres(inject("database").superuserUrl.replace(/\/[^/]*$/, name), { max: 1, onnotice: () => {} });
  await above`set session_replication_role = replica`;
  world = await makeWorld();
}, 600_000);
afterAll(() => above?.end());

/** As if everything of the organisation had been recorded a year ago. */
async function age(): Promise<void> {
  for (const [table, column] of Object.entries(aging))
    await above.unsafe(
      `update app."${table}" set "${column}" = "${column}" - interval '400 days' where org_id = '${world.org.id}'`,
    );
}

/** The owner of the cases, within the limit or without it. */
async function workerWith(lacks: string): Promise<Ctx> {
  await above`update app.members set lacks = ${lacks} where id = ${world.worker.memberId}`;
  await world.freshen();
  const ctx = await ctxFromToken(world.worker.token);
  if (!ctx) throw new Error("The session did not open.");
  return { ...ctx, now: new Date() };
}

describe("a record that is too old for a role", () => {
  test("is known by each command that changes one", () => expect(names.length).toBeGreaterThan(14));

  test.for(names)("%s refuses it and says why, instead of changing nothing", async (name) => {
    const [area = ""] = name.split("/");
    const command = (await commandsOf(area)).find((one) => one.name === name);
    await workerWith("");
    const input = await rows[name]?.input(world);
    await age();
    const asked = command?.run(await workerWith("days=30"), input);
    await expect(asked).rejects.toMatchObject({ code: "forbidden", message: expect.stringMatching(/30 days/) });
  });

  test.for(Object.entries(aging))("a row of %s is changed and removed by no statement", async ([table, column]) => {
    const changed = sql.raw(
      `update app."${table}" set "${column}" = "${column}" where org_id = '${world.org.id}' returning 1`,
    );
    expect(await bySql(await workerWith("days=30"), changed)).toEqual([]);
  });

  test("is not one that is only awaited: the number takes its place", async () => {
    const ctx = await workerWith("");
    const about = { caseId: await world.newCase(), kind: "cas", receivedVia: "sms", keepAsTyped: true };
    await recordReference(ctx, { ...about, state: "not_yet_issued" });
    await age();
    await recordReference(await workerWith("days=30"), { ...about, raw: "Voorbeeldfontein CAS 8/4/2026" });
    const states = await bySql<{ state: string }>(
      world.boss.ctx,
      sql`select state from app."references" where case_id = ${about.caseId} order by recorded_at`,
    );
    expect(states.map(({ state }) => state)).toEqual(["withdrawn", "issued"]);
  });
});

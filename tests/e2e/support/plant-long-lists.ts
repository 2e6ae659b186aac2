import { sql } from "drizzle-orm";
import postgres from "postgres";
import { closeDatabase, database } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { caseForm } from "../../support/case-form";
import { plantLongCase } from "../../support/plant-long-case";

// Run beside the server under test: a long case of the demonstration's caseworker, and a short one to compare with.
// Prints their ids, as JSON. `node --import tsx plant-long-lists.ts OWNER_URL`
const [ownerUrl = ""] = process.argv.slice(2);
const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });

/** The first caseworker: the one whose door the sign-in page shows. */
async function caseworker() {
  const people = await owner<{ login: string }[]>`
    select l.id as login from auth.logins l where l.org_id =
      (select org_id from auth.logins group by 1 order by count(*) desc limit 1) order by l.id`;
  for (const { login } of people) {
    const ticket = newToken();
    const token = newToken();
    await owner`select auth.issue_ticket(${sha256(ticket)}, ${login}, 'passkey')`;
    await database().execute(sql`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}::uuid, ${sha256(token)})`);
    const ctx = await ctxFromToken(token);
    if (ctx?.actor.role === "caseworker") return ctx;
  }
  throw new Error("The demonstration has no caseworker.");
}

const ctx = await caseworker();
const { id: long } = await openCase(ctx, caseForm());
const { id: short } = await openCase(ctx, caseForm());
await plantLongCase(ctx, long, { incidents: 1_000, subjects: 500, exhibits: 500 });
await plantLongCase(ctx, short, { incidents: 20, subjects: 10, exhibits: 10 });
process.stdout.write(JSON.stringify({ long, short }));
await owner.end();
await closeDatabase();

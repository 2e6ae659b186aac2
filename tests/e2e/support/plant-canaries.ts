import { sql } from "drizzle-orm";
import postgres from "postgres";
import { closeDatabase, database } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { makeCanaries } from "../../support/canaries";
import { liveThrough, loudAccount } from "../../support/live-through";

// Run beside the server under test, on its database and data folder: a matter of the demonstration's own people with a
// word in every field. Prints what it planted, as JSON. `node --import tsx plant-canaries.ts OWNER_URL PSEUDONYM`
const [ownerUrl = "", pseudonym = ""] = process.argv.slice(2);
const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });

async function as(role: string, at = 0) {
  const people = await owner<{ login: string; member: string }[]>`
    select l.id as login, l.member_id as member from auth.logins l where l.org_id =
      (select org_id from auth.logins group by 1 order by count(*) desc limit 1) order by l.id`;
  const found: { ctx: NonNullable<Awaited<ReturnType<typeof ctxFromToken>>>; member: string }[] = [];
  for (const { login, member } of people) {
    const ticket = newToken();
    const token = newToken();
    await owner`select auth.issue_ticket(${sha256(ticket)}, ${login}, 'passkey')`;
    await database().execute(sql`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}::uuid, ${sha256(token)})`);
    const ctx = await ctxFromToken(token);
    if (ctx?.actor.role === role) found.push({ ctx, member });
  }
  const one = found[at] ?? found.at(-1);
  if (!one) throw new Error(`The demonstration has no ${role}.`);
  return one;
}

const birds = makeCanaries();
/** A sentence brings addresses along, in the ways in which people write them: none of them may become a link. */
const say = () => {
  const word = birds.next();
  return `${word} https://${word}.example www.${word}.example <a href="https://${word}.example">x</a>`;
};
const worker = await as("caseworker");
const colleague = await as("caseworker", 1);
const supervisor = await as("supervisor");
const who = { worker: worker.ctx, supervisor: supervisor.ctx, colleagueId: colleague.member };
const words = { ...birds, say };
const caseId = await liveThrough(who, words, { accounts: [loudAccount(words)], matter: say(), pseudonym });
await raiseFlag(worker.ctx, { caseId, message: say(), lookOn: "" });
const { stem, numbers, made } = birds;
process.stdout.write(`${JSON.stringify({ caseId, stem, numbers, made: made.length })}\n`);
await owner.end();
await closeDatabase();

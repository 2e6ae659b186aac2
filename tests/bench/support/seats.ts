import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { env } from "@/lib/platform/env";
import { caseForm } from "../../support/case-form";
import { sessionBy } from "../../support/sessions";
import { sizeOf, superuserUrl } from "../harness";
import type { BigOrganisation } from "./big-organisation";

const casesEach = sizeOf(15, 1);

/**
 * A person at work: their session, their cases, and the hidden fields of the form that changes a risk. `turn`: with which
 * case they begin, so that two sessions of one person are not at the same.
 */
export type Seat = { cookie: string; caseIds: string[]; change: [string, string][]; turn: number };

/** Sessions of the organisation's own people, several each, with cases that they opened by the form. */
export async function takeSeats(
  { caseworkers: people, org }: BigOrganisation,
  sessions: number,
  cases: number,
): Promise<Seat[]> {
  await countOn(org.id, cases);
  const own = new Map<string, string[]>();
  for (const { ctx, loginId } of people) {
    const ids: string[] = [];
    for (let at = 0; at < casesEach; at += 1) ids.push((await openCase(ctx, caseForm())).id);
    own.set(loginId, ids);
  }
  const seats: Seat[] = [];
  for (let at = 0; at < sessions; at += 1) {
    const person = people[at % people.length];
    if (!person) throw new Error("Nobody works there.");
    const st = (await sessionBy(person.loginId, "passkey")).toString("base64url");
    const sid = await encode({ token: { st, dv: deviceFamily(null) }, secret: env().AUTH_SECRET });
    seats.push({
      cookie: `sid=${sid}`,
      caseIds: own.get(person.loginId) ?? [],
      change: [],
      turn: Math.floor(at / people.length),
    });
  }
  return seats;
}

/** Planted clients and cases took no number from the organisation: what is opened now goes on behind them. */
export async function countOn(orgId: string, cases: number): Promise<void> {
  const sql = postgres(superuserUrl(), { max: 1 });
  await sql`update app.organisations set cases_opened = ${cases}, clients_registered = ${cases} where id = ${orgId}`;
  await sql.end();
}

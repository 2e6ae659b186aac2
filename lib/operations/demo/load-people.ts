import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { acceptInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { claimSetup } from "@/lib/auth/sign-in/claim-setup";
import { amendLiaison } from "@/lib/handover/officers/amend-liaison";
import { noteCallback } from "@/lib/handover/officers/note-callback";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { describeDesk } from "@/lib/organisation/members/commands/describe-desk";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { type DemoKey, demoPeople } from "./people";

export type Cast = Record<DemoKey, { memberId: string; ctx: Ctx }>;

type Officer = { rank: string; agency: string; unit: string; forceNumber: string; address: string; phone: string };

const officers: Partial<Record<DemoKey, Officer>> = {
  maseko: {
    rank: "Captain",
    agency: "SAPS",
    unit: "NCB desk, Voorbeeld",
    forceNumber: "0000001-1",
    address: "ncb@police.example",
    phone: "012 000 0118",
  },
  vanwyk: {
    rank: "Senior State Advocate",
    agency: "NPA",
    unit: "Mutual assistance, Voorbeeld",
    forceNumber: "0000002-2",
    address: "Mutual assistance, Example Building, 2 Example Street, Voorbeeld",
    phone: "012 000 0164",
  },
};

/** Where an officer asks: an example domain and a number that no network gives out. */
const desk = { deskEmail: "desk@kestrel.example", deskPhone: "+27 00 000 0147" };

/** Nobody knows this password: in the demo people sign in with one click. */
const unknowable = () => newToken().toString("base64url");

/** Sets up the organisation and has everybody invited and joined, as a real one would be. */
export async function loadPeople(setupToken: string): Promise<Cast> {
  const [first, ...others] = demoPeople;
  const claimed = await claimSetup({
    token: setupToken,
    organisation: "Kestrel Advocacy Trust",
    name: first.name,
    email: first.email,
    password: unknowable(),
  });
  const admin = { memberId: claimed.memberId, ctx: await enter(claimed.loginId) };
  await describeDesk(admin.ctx, { name: "Kestrel Advocacy Trust", ...desk });
  const cast: Partial<Cast> = { [first.key]: admin };
  for (const person of others) {
    const { token } = await inviteMember(admin.ctx, { ...person, ...officers[person.key] });
    const joined = await acceptInvitation({ token, name: person.name, password: unknowable() });
    cast[person.key] = { memberId: joined.memberId, ctx: await enter(joined.loginId) };
  }
  await confirmOfficers(cast as Cast);
  return cast as Cast;
}

/** The administrator invited them; the supervisor calls their offices back. */
async function confirmOfficers({ supervisor, maseko, vanwyk }: Cast): Promise<void> {
  for (const [key, { memberId: liaisonId }] of Object.entries({ maseko, vanwyk })) {
    const name = demoPeople.find((person) => person.key === key)?.name ?? "";
    const entry = { ...officers[key as DemoKey], name, zone: "Africa/Johannesburg", version: 0 };
    await amendLiaison(supervisor.ctx, { liaisonId, ...entry });
    await noteCallback(supervisor.ctx, {
      liaisonId,
      phone: "012 000 0100",
      source: "Switchboard in the telephone directory, put through from there",
      answeredBy: "Duty clerk",
      result: "confirmed",
    });
  }
}

/** A session for the time of loading, made as a sign-in makes it. */
async function enter(loginId: string): Promise<Ctx> {
  const [ticket, token] = [newToken(), newToken()] as const;
  await ask(sql`select auth.issue_ticket(${sha256(ticket)}, ${loginId}::uuid, 'demo')`);
  await ask(sql`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}::uuid, ${sha256(token)})`);
  // They approve and hand over while the stories are played, which requires fresh proof.
  await ask(sql`select auth.step_up(${token}, 'tick')`);
  const ctx = await ctxFromToken(token);
  if (!ctx) throw new Error("A session of the demonstration did not open.");
  return ctx;
}

import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { ctxFromFirstLink, type FirstKeys, type OpenFirstLink } from "@/lib/auth/first-contact/ctx-from-first-link";
import { makeFirstLink } from "@/lib/handover/first-contact/commands/make-first-link";
import { releaseFirstLink } from "@/lib/handover/first-contact/commands/release-first-link";
import { newToken } from "@/lib/platform/ids";
import type { Org, Person } from "./org";
import { plantCase } from "./plant";
import { plantVersion } from "./plant-handover";
import { plantPart } from "./plant-part";
import { naming, signRelease } from "./sign-release";

export type Parties = { org: Org; worker: Person; officer: Person };
export type Door = { caseId: string; packetId: string; linkId: string; keys: FirstKeys; code: string };

/** A case with an approved version that has one file, and a release that covers it. No packet is built. */
export async function plantToGive(parties: Parties): Promise<{ caseId: string; packetId: string }> {
  const caseId = await plantCase(parties.worker.ctx);
  await signRelease(parties.worker.ctx, caseId, naming(parties.officer));
  const packetId = await plantVersion(parties, caseId, 1);
  await plantPart(parties.org, packetId, "request", "Draft request");
  return { caseId, packetId };
}

/** A link as its maker gets it, with the token of a browser that nobody has used yet. */
export async function plantDoor(parties: Parties, given = plantToGive(parties)): Promise<Door> {
  const { caseId, packetId } = await given;
  const { id, secret, code } = await makeFirstLink(now(parties.worker), {
    packetId,
    liaisonId: parties.officer.memberId,
  });
  return {
    caseId,
    packetId,
    linkId: id,
    code,
    keys: { secret: Buffer.from(secret, "base64url"), browser: newToken() },
  };
}

/** The same, released by a supervisor. */
export async function plantOpenDoor(
  parties: Parties,
  given?: Promise<{ caseId: string; packetId: string }>,
): Promise<Door> {
  const door = await plantDoor(parties, given);
  await releaseFirstLink(await parties.org.confirmed("supervisor"), { linkId: door.linkId });
  return door;
}

/** What was opened, or a failed test. */
export async function entered(keys: FirstKeys): Promise<OpenFirstLink> {
  const open = await ctxFromFirstLink(keys);
  if (!open) throw new Error("The link is not open.");
  return open;
}

/** What an open link sees of a table, by its own door. */
export async function seenThrough(keys: FirstKeys, table: string): Promise<number> {
  const count = sql`select count(*)::int as n from app.${sql.identifier(table)}`;
  const enter = sql`select ctx.enter_first_link(${keys.secret}, ${keys.browser})`;
  const [row] = await transaction(
    async (tx) => {
      await tx.execute(enter);
      return [];
    },
    (tx) => tx.execute<{ n: number }>(count),
    "read only",
  );
  return row?.n ?? 0;
}

/** A request that this person makes now. */
export function now(person: Person): Person["ctx"] {
  return { ...person.ctx, now: new Date() };
}

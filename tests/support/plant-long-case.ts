import {
  accountHandles,
  accounts,
  exhibits,
  identifiers,
  incidentExhibits,
  incidents,
  subjects,
  uploads,
} from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";

/** So many rows go into one statement. */
const batch = 250;

export type Sizes = { incidents: number; subjects: number; exhibits: number };

/** A case with this many of each, written straight into the tables; the newest numbers are planted last. */
export async function plantLongCase(ctx: Ctx, caseId: string, sizes: Sizes): Promise<void> {
  await withTransaction(ctx, "read write", async (scoped) => {
    const { keyId } = await findCase(scoped, caseId);
    const at = { scoped, caseId, vault: await openVault(scoped, keyId), by: ctx.actor.memberId ?? "" };
    const people = await plantSubjects(at, sizes.subjects);
    const acts = await plantIncidents(at, sizes.incidents, people.accounts);
    const kept = await plantExhibits(at, sizes.exhibits, people.accounts);
    await inBatches(kept, (some, from) =>
      scoped.db.insert(incidentExhibits).values(
        some.map((exhibitId, index) => ({
          orgId: ctx.orgId,
          caseId,
          exhibitId,
          incidentId: acts[(from + index) % acts.length] ?? "",
        })),
      ),
    );
  });
}

type At = { scoped: TxCtx; caseId: string; vault: Vault; by: string };

const countTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

async function inBatches<T>(all: readonly T[], write: (some: T[], from: number) => Promise<unknown>) {
  for (let from = 0; from < all.length; from += batch) await write(all.slice(from, from + batch), from);
}

async function plantSubjects({ scoped, caseId, vault, by }: At, count: number) {
  const { db, now, orgId } = scoped;
  const people = countTo(count).map((number) => ({ id: newId(), account: newId(), identifier: newId(), number }));
  const seenOn = now.toISOString().slice(0, 10);
  await inBatches(people, async (some) => {
    await db.insert(subjects).values(
      some.map(({ id, number }) => ({
        id,
        orgId,
        caseId,
        number: 100 + number,
        allegedName: vault.seal({ table: "subjects", column: "alleged_name", row: id }, `Fictional Person ${number}`),
        addedAt: now,
      })),
    );
    await db.insert(accounts).values(
      some.map(({ id, account, number }) => ({
        id: account,
        orgId,
        caseId,
        subjectId: id,
        number: 100 + number,
        platform: "instagram",
        platformId: `17841400${number}`,
        handle: `@quiet.harbour.${number}`,
        confidence: "possible" as const,
        addedAt: now,
      })),
    );
    await db.insert(accountHandles).values(
      some.map(({ account, number }) => ({
        id: newId(),
        orgId,
        caseId,
        accountId: account,
        handle: `@quiet.harbour.${number}`,
        seenOn,
      })),
    );
    await db.insert(identifiers).values(
      some.map(({ id, identifier, number }) => ({
        id: identifier,
        orgId,
        caseId,
        subjectId: id,
        kind: "other" as const,
        value: vault.seal({ table: "identifiers", column: "value", row: identifier }, `Licence plate ${number}`),
        confidence: "possible" as const,
        addedBy: by,
        addedAt: now,
      })),
    );
  });
  return { accounts: people.map(({ account }) => account) };
}

async function plantIncidents({ scoped, caseId, vault, by }: At, count: number, theirs: readonly string[]) {
  const { db, now, orgId } = scoped;
  const rows = countTo(count).map((number) => {
    const id = newId();
    const place = (column: string) => ({ table: "incidents", column, row: id });
    return {
      id,
      orgId,
      caseId,
      number: 100 + number,
      kind: "act" as const,
      nature: "threat_violence",
      happenedAt: new Date(now.getTime() - (count - number + 1) * 3_600_000),
      zone: "Africa/Johannesburg",
      accountId: theirs[number % theirs.length] ?? null,
      what: vault.seal(place("what"), `A direct message with a threat, sent in the evening, number ${number}.`),
      words: vault.seal(place("words"), "I know your street, and I know when you come home."),
      loggedBy: by,
      loggedAt: now,
    };
  });
  await inBatches(rows, (some) => db.insert(incidents).values(some));
  return rows.map(({ id }) => id);
}

async function plantExhibits({ scoped, caseId, vault, by }: At, count: number, theirs: readonly string[]) {
  const { db, now, orgId } = scoped;
  const rows = countTo(count).map((number) => {
    const id = newId();
    const place = (column: string) => ({ table: "exhibits", column, row: id });
    return {
      id,
      orgId,
      caseId,
      number: 100 + number,
      uploadId: newId(),
      fileId: newId(),
      sha256: number.toString(16).padStart(64, "0"),
      size: 48_000,
      method: "other",
      howObtained: "received_by_client",
      accountId: theirs[number % theirs.length] ?? null,
      originalName: vault.seal(place("original_name"), `IMG ${number}.png`),
      description: vault.seal(place("description"), `Direct message with a threat, screen ${number} of the evening`),
      receivedBy: by,
      receivedAt: now,
    };
  });
  await inBatches(rows, async (some) => {
    await db.insert(uploads).values(
      some.map(({ uploadId, size }) => ({
        id: uploadId,
        orgId,
        caseId,
        size,
        details: vault.seal({ table: "uploads", column: "details", row: uploadId }, "{}"),
        announcedBy: by,
        announcedAt: now,
      })),
    );
    await db.insert(exhibits).values(some);
  });
  return rows.map(({ id }) => id);
}

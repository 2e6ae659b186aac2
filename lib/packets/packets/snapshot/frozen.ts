import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { exhibits, type packets } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { heldOf } from "@/lib/evidence/scans/held-of";
import { heldInPacket } from "@/lib/evidence/scans/labels";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { coversThen } from "./covers-then";
import { printedThen, printPlanOf, readDerived, readingsOf } from "./derived";
import { fileNameOf } from "./exhibits";
import { lookedThen } from "./pictures";
import { protectedValues } from "./protected-values";
import { type PacketSnapshot, snapshotSchema } from "./snapshot";
import type { Taken } from "./take-snapshot";
import { exhibitCode } from "./words";

/** `reviewed`: the version as it was built before a person decided on it; the version itself where it was built since. */
export type Frozen = Taken & { reviewed: PacketSnapshot };

/** A packet as decided on: its snapshot, and the current locations of its exhibits' files. */
export async function readFrozen(
  ctx: TxCtx,
  packet: Pick<typeof packets.$inferSelect, "id" | "caseId" | "snapshot" | "decidedAt">,
): Promise<Frozen> {
  const found = await findCase(ctx, packet.caseId);
  const vault = await openVault(ctx, found.keyId);
  if (packet.snapshot === null) throw new Error("A packet that was decided on has its snapshot.");
  const text = vault.open({ table: "packets", column: "snapshot", row: packet.id }, packet.snapshot);
  const { reviewed, ...snapshot } = snapshotSchema.parse(JSON.parse(text));
  const numbers = snapshot.exhibits.map((exhibit) => Number(exhibit.code.slice(2)));
  const rows = await ctx.db
    .select()
    .from(exhibits)
    .where(and(eq(exhibits.caseId, packet.caseId), among(exhibits.number, numbers)))
    .orderBy(exhibits.number);
  const { secrets } = await protectedValues(ctx, found.clientId);
  const derived = await readDerived(ctx, vault, packet.caseId);
  const held = await heldOf(
    ctx,
    rows.map((row) => row.id),
  );
  const listed = (code: string) => snapshot.exhibits.find((exhibit) => exhibit.code === code)?.files ?? [];
  const files = rows.map((row) => ({
    id: row.id,
    code: exhibitCode(row),
    fileId: row.fileId,
    sha256: row.sha256,
    size: row.size,
    name: fileNameOf(row),
    mime: typeof row.look.mime === "string" ? row.look.mime : "application/octet-stream",
    print: printPlanOf(row),
    made: printedThen(derived, row, { files: listed(exhibitCode(row)), decidedAt: packet.decidedAt }),
    readings: readingsOf(derived, row.id),
    // What was held back at the decision stays held back: the person who decided saw it without that file.
    held: heldThen(snapshot, exhibitCode(row)) ?? held.get(row.id) ?? null,
    sealedThen: sealedThen(snapshot, exhibitCode(row)),
    intimate: row.sensitivity === "intimate",
    looks: lookedThen(snapshot, exhibitCode(row)),
    words: { decided: snapshot.exhibits.find(({ code }) => code === exhibitCode(row))?.transcript ?? null },
    saysProtected: (snapshot.exhibits.find(({ code }) => code === exhibitCode(row))?.spoken?.covered ?? []).length > 0,
    sentActive: snapshot.exhibits.find(({ code }) => code === exhibitCode(row))?.sentActive ?? null,
  }));
  const covers = await coversThen(ctx, vault, packet.caseId, snapshot);
  return { snapshot, files, secrets, covers, reviewed: reviewed ? snapshotSchema.parse(reviewed) : snapshot };
}

function heldThen(snapshot: PacketSnapshot, code: string): string | null {
  const why = snapshot.exhibits.find((exhibit) => exhibit.code === code)?.sealedWhy ?? null;
  return Object.values<string | null>(heldInPacket).includes(why) ? why : null;
}

function sealedThen({ exhibits: all }: PacketSnapshot, code: string): string | null {
  const exhibit = all.find((candidate) => candidate.code === code);
  return exhibit?.sealed ? (exhibit.sealedWhy ?? "it was sealed when this version was approved") : null;
}

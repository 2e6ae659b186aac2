import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { exhibits, members } from "@/db/schema";
import { readClearances, readMasks } from "@/lib/evidence/clearances/access";
import { pictureKey, stillStands } from "@/lib/evidence/clearances/rules";
import type { Picture, PictureView } from "@/lib/evidence/clearances/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { PacketSnapshot, SnapshotPicture } from "./snapshot";
import { iso } from "./words";

type Named = { exhibit: string; page: number };

/** `replaced`: pictures replaced by a mask; they count as checked by nobody. */
export type Looked = { snapshot: PacketSnapshot; pictures: ReadPicture[]; replaced: Named[] };

type ReadPicture = Picture & Pick<PictureView, "read">;

/** A packet with the current checks of its pictures. */
export async function withLooksNow(ctx: TxCtx, caseId: string, snapshot: PacketSnapshot): Promise<Looked> {
  const rows = await exhibitsBy(ctx, caseId, snapshot);
  const masksOf = await readMasks(
    ctx,
    [...rows.values()].map((row) => row.id),
  );
  const looks = await readClearances(ctx, caseId);
  const codes = new Map(
    (await ctx.db.select({ id: members.id, code: members.code }).from(members)).map((member) => [
      member.id,
      member.code,
    ]),
  );
  const pictures: ReadPicture[] = [];
  const replaced: Named[] = [];
  const lookNow = (code: string, item: SnapshotPicture) => {
    const row = rows.get(code);
    if (!row) return null;
    const picture = { exhibitId: row.id, page: item.page, sha256: item.sha256 };
    pictures.push({ ...picture, read: item.read });
    const stands = stillStands(row, masksOf(row.id), picture);
    if (!stands) replaced.push({ exhibit: code, page: item.page });
    const look = stands ? looks.get(pictureKey(picture)) : undefined;
    return look ? { by: codes.get(look.by) ?? "", at: iso(look.at), found: look.found } : null;
  };
  const looked = snapshot.exhibits.map((exhibit) => ({
    ...exhibit,
    pictures: exhibit.pictures?.map((picture) => ({ ...picture, look: lookNow(exhibit.code, picture) })) ?? null,
  }));
  return { snapshot: { ...snapshot, exhibits: looked }, pictures, replaced };
}

async function exhibitsBy(ctx: TxCtx, caseId: string, snapshot: PacketSnapshot) {
  const codeOf = new Map(snapshot.exhibits.map(({ code }) => [Number(code.slice(2)), code]));
  if (codeOf.size === 0) return new Map<string, { id: string; sha256: string }>();
  const { id, number, sha256 } = exhibits;
  const rows = await ctx.db
    .select({ id, number, sha256 })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), among(number, [...codeOf.keys()])));
  return new Map(rows.map((row) => [codeOf.get(row.number) ?? "", row] as const));
}

/** The pictures of a packet that nobody checked. */
export function unseenIn({ exhibits: all }: PacketSnapshot): Named[] {
  return all.flatMap(({ code, pictures }) =>
    (pictures ?? []).flatMap(({ page, look }) => (look ? [] : [{ exhibit: code, page }])),
  );
}

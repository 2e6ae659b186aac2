import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { exhibits } from "@/db/schema";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import type { DerivativeView } from "@/lib/evidence/derivatives/types";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { listReadings } from "@/lib/evidence/exhibits/list-readings";
import { openReading } from "@/lib/evidence/exhibits/open-reading";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { findBrowser } from "@/lib/platform/sandbox/browser";
import type { ArchiveFacts, ArchiveMember, ArchivePage } from "@/lib/platform/sandbox/types";
import type { ArchiveView, MemberView, NotDrawnReason, PagePicture, PageView } from "./types";

/** A page that was saved as one file names its own address among its words. */
const onlyPage: ArchivePage = { number: 1, address: "", at: null, title: null };

/**
 * The pages of a saved page or an archive with their pictures, and the members of an archive with the exhibits that were
 * taken out of it. `facts` comes with the words of the exhibit. @throws AppError not_found
 */
export const readArchive = query(
  "case.read",
  async (ctx, exhibitId: string, facts: ArchiveFacts | null): Promise<ArchiveView> => {
    const exhibit = await findExhibit(ctx, exhibitId);
    const all = await listDerivatives(ctx, exhibitId);
    const made = all.filter(({ kind }) => kind === "view");
    const inside = all.filter(({ kind }) => kind === "inside").map(pictureOf);
    const files = made.some(({ format }) => format === "json") ? await openFiles(ctx, exhibit.keyId) : null;
    const reasons = new Map<string, NotDrawnReason>();
    for (const { id, format, fileId } of made) {
      if (!files || format !== "json") continue;
      const { problem } = JSON.parse(await new Response((await files.open(fileId)).stream).text());
      reasons.set(id, problem);
    }
    const pages = (facts ? facts.pages : [onlyPage]).map((page) => pageView(page, made, reasons));
    const members = facts ? await membersOf(ctx, exhibit, facts.members) : [];
    return { facts, pages, members, inside, noBrowser: (await findBrowser()).why };
  },
);

function pageView(page: ArchivePage, made: DerivativeView[], reasons: Map<string, NotDrawnReason>): PageView {
  const newest = made.filter(({ page: number }) => number === page.number).at(-1);
  if (!newest) return { ...page, picture: null, notDrawn: null };
  const reason = reasons.get(newest.id);
  if (reason) return { ...page, picture: null, notDrawn: reason };
  return { ...page, picture: pictureOf(newest), notDrawn: null };
}

const pictureOf = ({ id, sha256, size, tool, madeAt }: DerivativeView): PagePicture => ({
  id,
  sha256,
  size,
  tool,
  madeAt,
});

async function membersOf(
  ctx: TxCtx,
  { id, caseId }: { id: string; caseId: string },
  members: ArchiveMember[],
): Promise<MemberView[]> {
  const hashes = [...new Set(members.flatMap(({ sha256 }) => sha256 ?? []))];
  if (hashes.length === 0) return members.map((member, index) => ({ ...member, index, exhibit: null }));
  const same = await ctx.db
    .select({ id: exhibits.id, number: exhibits.number, sha256: exhibits.sha256 })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), among(exhibits.sha256, hashes)))
    .orderBy(asc(exhibits.number));
  return members.map((member, index) => {
    const found = same.find((other) => other.sha256 === member.sha256 && other.id !== id);
    return { ...member, index, exhibit: found ? { exhibitId: found.id, label: exhibitLabel(found.number) } : null };
  });
}

/** A member at its place with its hash, if it was unpacked whole; else null. @throws AppError not_found */
export const readMember = query(
  "case.read",
  async (ctx, asked: { exhibitId: string; index: number; sha256: string }): Promise<ArchiveMember | null> => {
    const { keyId, readings } = await listReadings(ctx, asked.exhibitId);
    const [newest] = readings;
    if (!newest) return null;
    const { archive } = await openReading(await openFiles(ctx, keyId), newest);
    const member = archive?.members[asked.index];
    return member?.sha256 === asked.sha256 && member.problem === null ? member : null;
  },
);

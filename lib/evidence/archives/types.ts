import type { ArchiveFacts, ArchiveMember, ArchivePage } from "@/lib/platform/sandbox/types";

/** Why a page has no picture, as it is kept with the exhibit. */
export const notDrawnReasons = ["took_too_long", "stopped", "unreadable", "not_there"] as const;
export type NotDrawnReason = (typeof notDrawnReasons)[number];

/** The picture of a page: a derivative that is shown while the button is held. */
export type PagePicture = { id: string; sha256: string; size: number; tool: string; madeAt: Date };

/** A page with its picture, or the reason why it has none; both null until somebody, or the first look, asked for it. */
export type PageView = ArchivePage & { picture: PagePicture | null; notDrawn: NotDrawnReason | null };

/** A member, and the exhibit of this case that has the same bytes. */
export type MemberView = ArchiveMember & { index: number; exhibit: { exhibitId: string; label: string } | null };

/**
 * What is known of a saved page or an archive. `facts` is null for a page in one file. `noBrowser`: why pictures are not
 * drawn here; null when they are.
 */
export type ArchiveView = {
  facts: ArchiveFacts | null;
  pages: PageView[];
  members: MemberView[];
  /** Pictures in the file, where no picture of the page could be drawn. */
  inside: PagePicture[];
  noBrowser: "none" | "not_confined" | null;
};

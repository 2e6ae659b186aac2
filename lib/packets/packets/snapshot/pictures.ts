import { picturesOf } from "@/lib/evidence/clearances/rules";
import { printedOf, printPlanOf } from "./derived";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshot, SnapshotPicture } from "./snapshot";
import { iso, staffCode } from "./words";

/** The pictures of an exhibit that a person checked, with who did, by code. */
export function lookedAt(record: CaseRecord, exhibitId: string): SnapshotPicture[] {
  return [...record.looks].flatMap(([, { picture, by, at, found }]) =>
    picture.exhibitId === exhibitId
      ? [{ page: picture.page, sha256: picture.sha256, look: { by: staffCode(record, by), at: iso(at), found } }]
      : [],
  );
}

/** The pictures a packet would serve of it, for a draft; the build decides. Null if not known yet. */
export function plannedPictures(record: CaseRecord, row: CaseRecord["exhibits"][number]): SnapshotPicture[] | null {
  const masks = printedOf(record.derived, row.id).filter((derivedFile) => derivedFile.kind === "redacted");
  const mime = typeof row.look.mime === "string" ? row.look.mime : "application/octet-stream";
  const planned = picturesOf(
    { id: row.id, sha256: row.sha256, size: row.size, mime, print: printPlanOf(row) },
    new Map(masks.map(({ page, sha256 }) => [page, { id: row.id, sha256 }])),
  );
  const looks = lookedAt(record, row.id);
  return planned?.map(({ page, sha256 }) => ({ page, sha256, look: lookAt(looks, { page, sha256 }) })) ?? null;
}

/** The picture checks of a packet that was decided on, without later ones. */
export function lookedThen(snapshot: PacketSnapshot, code: string): SnapshotPicture[] {
  return snapshot.exhibits.find((exhibit) => exhibit.code === code)?.pictures ?? [];
}

/** Who checked this exact picture; null if nobody did. */
export function lookAt(
  looks: readonly SnapshotPicture[],
  { page, sha256 }: Pick<SnapshotPicture, "page" | "sha256">,
): SnapshotPicture["look"] {
  return looks.find((look) => look.page === page && look.sha256 === sha256)?.look ?? null;
}

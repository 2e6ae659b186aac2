import type { Sensitivity } from "@/lib/evidence/exhibits/types";
import type { UnreadReason } from "@/lib/evidence/picture-words/types";

/** What somebody found on a picture: nothing of the client, or that it shows the client and may leave despite that. */
export const findings = ["nothing", "may_leave"] as const;
export type Finding = (typeof findings)[number];

/**
 * A picture that leaves: a page of an exhibit, from 1, or 0 for a file that travels and is not drawn. `sha256` is of
 * the masked copy that replaces it, otherwise of the original.
 */
export type Picture = { exhibitId: string; page: number; sha256: string };

/** Who declared that they checked a picture, by member id. */
export type PictureClearance = { picture: Picture; by: string; at: Date; found: Finding };

/** Words, none, or why a machine did not read it. */
type WayRead = "words" | "no_words" | "not_pictured" | "not_yet" | UnreadReason;

export type PictureView = Picture & {
  /** `E-01` */
  exhibit: string;
  description: string;
  sensitivity: Sensitivity;
  /** What a machine read of it when the packet was built; left out outside of a packet and in older ones. */
  read?: WayRead;
  /** The masked copy shown; null for the original. */
  copyId: string | null;
  /** False once a mask was made after this picture: it no longer leaves. */
  stands: boolean;
  clearance: { by: string; mine: boolean; at: Date; found: Finding; reason: string | null } | null;
};

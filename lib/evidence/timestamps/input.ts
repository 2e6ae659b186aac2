import { z } from "zod";
import { askProblems, tokenProblems } from "@/lib/platform/tsa/problems";

const exhibitId = z.uuid("Name the exhibit.");
const authority = z.string().min(1, "Name the authority.").max(300, "No host has so long a name.");

export const NoteStamp = z.object({
  exhibitId,
  authority,
  /** The token to keep, in DER. */
  token: z.instanceof(Uint8Array, { error: "Give the token." }).refine((bytes) => bytes.byteLength <= 64 * 1024, {
    error: "The token is larger than 64 KB.",
  }),
});

export const NoteStampProblem = z.object({
  exhibitId,
  authority,
  problem: z.enum([...askProblems, ...tokenProblems], "Name a problem of the list."),
});

export const ExportStamp = z.object({ exhibitId, stampId: z.uuid("Name the stamp.") });

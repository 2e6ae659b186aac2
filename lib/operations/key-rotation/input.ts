import { z } from "zod";

/** How many data keys one transaction wraps again. */
export const RewrapKeys = z.strictObject({ most: z.number().int().min(1).max(1_000).default(500) });

export const NoteRetired = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{8}$/, "must be the eight signs of a key's id"),
});

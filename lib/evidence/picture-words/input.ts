import { z } from "zod";
import { MadeFile } from "@/lib/evidence/derivatives/input";
import { t } from "@/lib/platform/language/translate";
import { unreadReasons } from "@/lib/platform/sandbox/unread-reasons";
import { mostIndexed, readAtOnce } from "./rules";

const fraction = z.number().min(0).max(1);
const box = z.object({ x: fraction, y: fraction, width: fraction, height: fraction });

/** The file of what was read in a picture. */
export const KeptWords = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("read"),
    words: z.array(box.extend({ text: z.string(), line: z.string(), sure: z.number() })),
    boxes: z.array(box),
    cut: z.boolean(),
  }),
  z.object({ state: z.literal("unread"), reason: z.enum(unreadReasons) }),
]);

/** What was read in pictures of an exhibit, the words to find it by, and the digest of the bytes as read back. */
export const NotePictureWords = z.object({
  exhibitId: z.uuid(t("The exhibit is missing.")),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, t("The hash of the file is not a SHA-256 digest.")),
  made: z
    .array(MadeFile.extend({ version: z.number().int().min(0) }))
    .min(1)
    .max(readAtOnce),
  unread: z.number().int().min(0),
  words: z.array(z.string().min(1).max(80)).max(mostIndexed),
});

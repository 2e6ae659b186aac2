import { z } from "zod";
import { type LetterKey, letterPattern } from "../types";

/** A letter as inputs and the manifest name it: `letter-2`, `letter-2-docx`. */
export const letterPart = z.string().regex(letterPattern) as unknown as z.ZodType<LetterKey, LetterKey>;

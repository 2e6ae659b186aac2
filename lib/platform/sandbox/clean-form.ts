import "server-only";
import { z } from "zod";
import { HIDING } from "./child-text.mjs";
import { collectPieces } from "./collect-pieces";
import { type CleanForm, type FormRefusal, formRefusals, formRemovals } from "./form-types";
import { BadFrame, type Frame } from "./frames";
import { sandbox } from "./sandbox";
import type { SandboxFile } from "./types";

const FORM_MS = 30_000;
/** Of the file that comes out: a compressed one may grow a little. */
const mostBytes = 40 * 1024 * 1024;

const measure = z.number().min(-20_000).max(20_000);
const word = z
  .string()
  .max(200)
  .regex(new RegExp(`^[^${HIDING}]*$`, "u"));
const formFrame = z.object({
  form: z.object({
    pages: z
      .array(z.object({ width: z.number().min(10).max(20_000), height: z.number().min(10).max(20_000) }))
      .min(1)
      .max(200),
    fields: z
      .array(
        z.object({
          name: word,
          label: word.nullable(),
          kind: z.enum(["text", "check", "radio"]),
          option: word.nullable(),
          multiline: z.boolean(),
          page: z.number().int().min(1).max(200),
          x: measure,
          y: measure,
          w: measure,
          h: measure,
        }),
      )
      .max(600),
    removed: z.array(z.enum(formRemovals)),
  }),
});
const refusedFrame = z.object({ refused: z.enum(formRefusals) });

/**
 * Opens an empty form of a stranger in a confined child process and takes out what runs, fetches or is carried along.
 * @returns the form, or why it is not kept @throws NotConfined; what opening the file throws
 */
export async function cleanForm(file: SandboxFile, maxPages: number): Promise<CleanForm | { refused: FormRefusal }> {
  const pieces = collectPieces(mostBytes);
  let form: z.output<typeof formFrame>["form"] | undefined;
  let refused: FormRefusal | undefined;
  const take = async (frame: Frame): Promise<void> => {
    const found = formFrame.safeParse(frame.head);
    const no = refusedFrame.safeParse(frame.head);
    if (found.success) form = found.data.form;
    else if (no.success) refused = no.data.refused;
    else if (!pieces.take(frame)) throw new BadFrame("unknown frame");
  };
  const end = await sandbox.ask(file, { operation: "form", maxPages, timeoutMs: FORM_MS }, take);
  if (refused) return { refused };
  const bytes = pieces.whole();
  if (end === "ended" && form && bytes) return { ...form, bytes };
  return { refused: end === "took_too_long" ? end : "stopped" };
}

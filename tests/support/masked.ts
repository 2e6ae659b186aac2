import { readFile } from "node:fs/promises";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "./exhibit";
import type { Org } from "./org";

/** A box in the middle of a page. */
export const middle = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };

/** Keeps a file of the fixtures as an exhibit that the sandbox has looked into. Gives its id. */
export async function addLookedInto(org: Org, ctx: Ctx, caseId: string, name: string): Promise<string> {
  const bytes = await readFile(`tests/fixtures/files/${name}`);
  const { exhibitId } = await addExhibit(ctx, caseId, bytes, { fileName: name });
  await inspectExhibit(org.service(), { exhibitId });
  return exhibitId;
}

/** An exhibit with one masked copy of its first page. */
export async function addMasked(org: Org, ctx: Ctx, caseId: string): Promise<{ exhibitId: string; copyId: string }> {
  const exhibitId = await addLookedInto(org, ctx, caseId, "photo.jpg");
  const { id } = await redactExhibit(ctx, { exhibitId, page: 1, boxes: [middle], reason: "A house number" });
  return { exhibitId, copyId: id };
}

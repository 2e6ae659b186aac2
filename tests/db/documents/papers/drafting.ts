import { listExhibitChoices } from "@/lib/casework/incidents/queries";
import { draftDocument } from "@/lib/documents/papers/commands/draft-document";
import { finaliseDocument } from "@/lib/documents/papers/commands/finalise-document";
import { saveDocument } from "@/lib/documents/papers/commands/save-document";
import { swearDocument } from "@/lib/documents/papers/commands/swear-document";
import { readDocument } from "@/lib/documents/papers/queries";
import { wordsOf } from "@/lib/documents/papers/rules";
import type { DocumentPage } from "@/lib/documents/papers/types";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { homeToday } from "@/tests/support/plant-clock";
import { proved } from "@/tests/support/sessions";

export const statement = "za-sworn-statement";
/** A complaint that asks for the client's written authority when somebody else signs. */
export const consented = "za-refusal-secretariat";

/** Drafting opens the client's name, so whoever drafts has just proved who they are. */
export async function draft(ctx: Ctx, caseId: string, change: Record<string, unknown> = {}): Promise<string> {
  const { id } = await draftDocument(await proved(ctx), { caseId, template: statement, signer: "client", ...change });
  return id;
}

/** Answers everything that a rule asks for. */
export async function answer(ctx: Ctx, caseId: string, documentId: string): Promise<DocumentPage> {
  const page = await readDocument(ctx, caseId, documentId);
  const texts = Object.fromEntries(page.gaps.map((gap) => [gap.blockId, "Answered."]));
  await saveDocument(ctx, { documentId, expectedVersion: page.row.version, texts });
  return readDocument(ctx, caseId, documentId);
}

export async function finished(ctx: Ctx, caseId: string, change: Record<string, unknown> = {}): Promise<string> {
  const documentId = await draft(ctx, caseId, change);
  const { row } = await answer(ctx, caseId, documentId);
  await finaliseDocument(ctx, { documentId, expectedVersion: row.version });
  return documentId;
}

/** The client's statement, sworn, with the first exhibit of the case as the signed paper. */
export async function sworn(ctx: Ctx, caseId: string): Promise<string> {
  const documentId = await finished(ctx, caseId);
  const [exhibit] = await listExhibitChoices(ctx, caseId);
  await swearDocument(ctx, { documentId, swornOn: homeToday(ctx), exhibitId: exhibit?.id });
  return documentId;
}

/** All the words of the newest version. */
export async function textOf(ctx: Ctx, caseId: string, documentId: string): Promise<string> {
  const { body } = await readDocument(ctx, caseId, documentId);
  return [body.title, ...body.blocks.map((block) => wordsOf(block) ?? "")].join("\n");
}

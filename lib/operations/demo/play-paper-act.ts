import "server-only";
import { listExhibitChoices } from "@/lib/casework/incidents/queries";
import { draftDocument } from "@/lib/documents/papers/commands/draft-document";
import { finaliseDocument } from "@/lib/documents/papers/commands/finalise-document";
import { markDocumentSent } from "@/lib/documents/papers/commands/mark-document-sent";
import { saveDocument } from "@/lib/documents/papers/commands/save-document";
import { swearDocument } from "@/lib/documents/papers/commands/swear-document";
import { listDocuments, readDocument } from "@/lib/documents/papers/queries";
import type { DocumentBlock } from "@/lib/documents/papers/types";
import { readRefusalDesk } from "@/lib/escalation/refusals/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import type { PaperAct } from "./story-types";

/** Drafts a paper, fills it in and closes it, notes that it was sworn, or that it was sent. */
export async function playPaperAct(ctx: Ctx, caseId: string, act: PaperAct): Promise<unknown> {
  const on = officeToday(ctx.now);
  if ("draft" in act) {
    const [refusal] = (await readRefusalDesk(ctx, caseId)).refusals;
    const exhibits = act.exhibits && [...act.exhibits];
    return draftDocument(ctx, { caseId, template: act.draft, signer: act.as, refusalId: refusal?.id, exhibits });
  }
  if ("finish" in act) return finish(ctx, caseId, act);
  if ("swear" in act) {
    const exhibitId = (await listExhibitChoices(ctx, caseId))[act.exhibit]?.id;
    return swearDocument(ctx, { documentId: await paperOf(ctx, caseId, act.swear), swornOn: on, exhibitId });
  }
  const documentId = await paperOf(ctx, caseId, act.post);
  return markDocumentSent(ctx, { documentId, sentOn: on, tipOffSeen: "on", removalSeen: "on" });
}

async function paperOf(ctx: Ctx, caseId: string, template: string): Promise<string> {
  const found = (await listDocuments(ctx, caseId)).rows.find((row) => row.template === template);
  if (!found) throw new Error(`The story has not drafted ${template} yet.`);
  return found.id;
}

async function finish(ctx: Ctx, caseId: string, act: Extract<PaperAct, { finish: string }>): Promise<unknown> {
  const documentId = await paperOf(ctx, caseId, act.finish);
  const { body, row } = await readDocument(ctx, caseId, documentId);
  const texts = Object.fromEntries(
    body.blocks.flatMap((block) => {
      const text = answerTo(block, act.answers) ?? inOwnWords(block, act.instead ?? {});
      return text === undefined ? [] : [[block.id, text]];
    }),
  );
  const { version } = await saveDocument(ctx, {
    documentId,
    expectedVersion: row.version,
    texts,
    note: "With the client",
  });
  return finaliseDocument(ctx, { documentId, expectedVersion: version });
}

function answerTo(block: DocumentBlock, answers: Readonly<Record<string, string>>): string | undefined {
  const asked = block.kind === "prompt" ? block.asks : block.kind === "field" ? block.label : null;
  return Object.entries(answers).find(([beginning]) => asked?.startsWith(beginning))?.[1];
}

/** A sentence of the case as the client would say it. */
function inOwnWords(block: DocumentBlock, instead: Readonly<Record<string, string>>): string | undefined {
  if (block.kind !== "numbered") return undefined;
  const message = Object.entries(instead).reduce((text, [ours, theirs]) => text.replaceAll(ours, theirs), block.text);
  return message === block.text ? undefined : message;
}

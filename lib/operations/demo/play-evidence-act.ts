import "server-only";
import { listExhibitChoices } from "@/lib/casework/incidents/queries";
import { linkAccount } from "@/lib/casework/subjects/commands/link-account";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { listAccountChoices, listSubjects } from "@/lib/casework/subjects/queries";
import { linkSender } from "@/lib/evidence/chats/commands/link-sender";
import { makeIncidents } from "@/lib/evidence/chats/commands/make-incidents";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { listMessages } from "@/lib/evidence/chats/list-messages";
import { readImport } from "@/lib/evidence/chats/queries";
import { readExport } from "@/lib/evidence/chats/read-export";
import { checkExhibit } from "@/lib/evidence/exhibits/check-exhibit";
import { recordCustody } from "@/lib/evidence/exhibits/commands/record-custody";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";
import { keepTranscript } from "@/lib/evidence/transcripts/keep-transcript";
import { translateWords } from "@/lib/evidence/translations/translate-words";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import type { EvidenceAct } from "./story-types";

/**
 * Has an export read and used, puts an account or a telephone on the board, masks a part of a picture, enters
 * what words mean in English or what is said in a voice note, or checks hashes and addresses.
 */
export async function playEvidenceAct(ctx: Ctx, caseId: string, act: EvidenceAct): Promise<unknown> {
  if ("chat" in act) return useChat(ctx, caseId, act);
  if ("check" in act) return checkAll(ctx, caseId, act.check);
  if ("look" in act) return lookAtAll(ctx, caseId, act);
  if ("mask" in act) {
    const exhibitId = await exhibitOf(ctx, caseId, act.mask);
    return redactExhibit(ctx, { exhibitId, page: 1, boxes: [act.box], reason: act.why });
  }
  if ("translate" in act) return translate(ctx, caseId, act);
  if ("transcribe" in act) {
    const exhibitId = await exhibitOf(ctx, caseId, act.transcribe);
    return keepTranscript(ctx, { exhibitId, version: 0, language: act.language, lines: act.lines.join("\n") });
  }
  const [subject] = await listSubjects(ctx, caseId);
  const known = { caseId, subjectId: subject?.id, confidence: "probable", linkReason: act.why };
  if ("phone" in act) return addIdentifier(ctx, { ...known, kind: "phone", value: act.phone });
  return linkAccount(ctx, { ...known, platform: act.link, handle: act.handle, idNotKnown: true });
}

/** Reads the export as the worker would, says who is who, and makes incidents of the chosen messages. */
async function useChat(ctx: Ctx, caseId: string, act: Extract<EvidenceAct, { chat: number }>): Promise<unknown> {
  const exhibitId = (await exhibitOf(ctx, caseId, act.chat)) ?? "";
  // A telephone writes the times of where it is.
  const zone = (await readExhibit(ctx, caseId, exhibitId)).exhibit.capturedZone ?? officeZone();
  const { id: importId } = await startImport(ctx, { caseId, exhibitId, zone });
  await readExport(jobCtx(ctx.orgId, { now: () => ctx.now }), { importId });
  const account = (await listAccountChoices(ctx, caseId)).at(-1);
  for (const sender of (await readImport(ctx, importId)).senders) {
    await linkSender(ctx, { senderId: sender.id, to: sender.name === act.client ? "client" : account?.id });
  }
  if (act.pick.length === 0) return undefined;
  const asked = { filter: {}, page: 1, homeZone: zone, withWords: true };
  const { messages } = await listMessages(ctx, importId, asked);
  const chosen = messages.filter((message) => act.pick.some((words) => message.words?.startsWith(words)));
  return makeIncidents(ctx, { importId, messageIds: chosen.map(({ id }) => id), nature: act.nature });
}

/** Enters a sworn translation, made on the day of the act. */
async function translate(ctx: Ctx, caseId: string, act: Extract<EvidenceAct, { translate: number }>) {
  const { place, language, words, translator, standing } = act;
  return translateWords(ctx, {
    exhibitId: await exhibitOf(ctx, caseId, act.translate),
    place,
    language,
    words,
    translator,
    standing,
    sworn: "yes",
    translatedOn: officeToday(ctx.now),
    signedIn: await exhibitOf(ctx, caseId, act.signed),
  });
}

async function checkAll(ctx: Ctx, caseId: string, indexes: readonly number[]): Promise<void> {
  for (const index of indexes) await checkExhibit(ctx, { exhibitId: (await exhibitOf(ctx, caseId, index)) ?? "" });
}

async function lookAtAll(ctx: Ctx, caseId: string, { look, found }: Extract<EvidenceAct, { found: string }>) {
  for (const index of look) {
    const exhibitId = (await exhibitOf(ctx, caseId, index)) ?? "";
    await recordCustody(ctx, { exhibitId, action: "viewed", purpose: `Its address was looked at again: it ${found}` });
  }
}

async function exhibitOf(ctx: Ctx, caseId: string, index: number): Promise<string | undefined> {
  return (await listExhibitChoices(ctx, caseId))[index]?.id;
}

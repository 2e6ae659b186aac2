import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { among } from "@/db/among";
import { chatMessages, chatSenders, exhibits, incidentExhibits, incidents } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { exhibitCode, incidentCode } from "@/lib/casework/incidents/rules";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { instantOnWall, wallTime } from "@/lib/platform/time/zone";
import { findImport, type ImportRow } from "../access";
import { MakeIncidents } from "../input";
import { formatLabels } from "../labels";
import { clockMark, messagePlace, senderPlace } from "../rules";

import type { ChatFormat } from "../types";

const wordsMax = 4000;

export type MadeIncidents = {
  made: { id: string; code: string; seq: number }[];
  known: { code: string; seq: number }[];
};

/**
 * Creates an incident from each chosen message, in sending order, with time, words, the sender's account and the link
 * to the exhibit. A message that is already one is skipped and named. @throws AppError invalid on `messageIds`;
 * conflict if all of them are already incidents
 */
export const makeIncidents = command({
  needs: "case.write",
  input: MakeIncidents,
  async run(ctx, { importId, messageIds, nature }) {
    const row = await findImport(ctx, importId);
    await lockCase(ctx, row.caseId);
    const chosen = await readChosen(ctx, row, messageIds);
    const value: MadeIncidents = { made: [], known: chosen.flatMap(knownOf) };
    const fresh = chosen.filter((choice) => choice.incident === null);
    if (fresh.length === 0) throw new AppError("conflict", t("These messages are incidents already."), already(value));
    const [exhibit] = await ctx.db.select().from(exhibits).where(eq(exhibits.id, row.exhibitId));
    const vault = await openVault(ctx, row.keyId);
    const audit: AuditEntry[] = [];
    for (const choice of fresh) {
      const facts = written(() => incidentOf(vault, row, exhibitCode(exhibit?.number ?? 0), choice));
      const { id, code } = await logIncident(ctx, { caseId: row.caseId, nature, ...facts });
      await linkExhibit(ctx, row, choice.message.id, id);
      value.made.push({ id, code, seq: choice.message.seq });
      audit.push({
        action: "chat.message_made_incident",
        subjectId: choice.message.id,
        caseId: row.caseId,
        detail: { incidentId: id },
      });
      audit.push({
        action: "exhibit.tied_to_incident",
        subjectId: row.exhibitId,
        caseId: row.caseId,
        detail: { incidentId: id },
      });
    }
    return { value, audit: audit as [AuditEntry, ...AuditEntry[]] };
  },
});

type Chosen = Awaited<ReturnType<typeof readChosen>>[number];

/** The same place in another reading of the same exhibit, or the message itself. */
const duplicate = alias(chatMessages, "twin");

async function readChosen(ctx: TxCtx, row: ImportRow, messageIds: readonly string[]) {
  const found = await ctx.db
    .select({ message: chatMessages, sender: chatSenders, incident: incidents })
    .from(chatMessages)
    .leftJoin(chatSenders, eq(chatSenders.id, chatMessages.senderId))
    .leftJoin(
      duplicate,
      and(
        eq(duplicate.exhibitId, chatMessages.exhibitId),
        eq(duplicate.seq, chatMessages.seq),
        isNotNull(duplicate.incidentId),
      ),
    )
    .leftJoin(incidents, eq(incidents.id, duplicate.incidentId))
    .where(and(eq(chatMessages.importId, row.id), among(chatMessages.id, [...messageIds])))
    .orderBy(asc(chatMessages.sentAt), asc(chatMessages.seq));
  const message = t("Choose messages of this export.");
  if (found.length !== messageIds.length) throw new AppError("invalid", message, { messageIds: message });
  return found;
}

function incidentOf(vault: Vault, row: ImportRow, exhibit: string, { message, sender }: Chosen) {
  const words = vault.openMaybe(messagePlace(message.id, "words"), message.words);
  const media = vault.openMaybe(messagePlace(message.id, "media_name"), message.mediaName);
  const format = (row.format ?? "whatsapp") as ChatFormat;
  const parts = [
    t("Message {seq} of exhibit {exhibit} ({formatLabels}){vault}.", {
      seq: message.seq,
      exhibit,
      formatLabels: formatLabels[format],
      vault: fromWhom(vault, sender),
    }),
    t("Time in the export: {stamp}.", { stamp: message.stamp }),
    media ? t("With: {value}.", { value: media.slice(0, 300) }) : "",
    words && words.length > wordsMax ? t("The text is shortened here; the exhibit has it in full.") : "",
  ];
  return {
    ...whenOf(message, row),
    timeIsAbout: clockMark({ format, ...message }) !== null,
    accountId: sender?.accountId ?? "",
    words: words?.slice(0, wordsMax) ?? "",
    what: parts.filter(Boolean).join(" "),
  };
}

/** The client by role and not by name: packets print this text. */
function fromWhom(vault: Vault, sender: Chosen["sender"]): string {
  if (!sender) return "";
  if (sender.isClient) return t(", from the client");
  return `, from “${vault.open(senderPlace(sender.id), sender.name).slice(0, 200)}”`;
}

/** Local time in the zone that the advocate named; in UTC if the local time is ambiguous. */
function whenOf({ sentAt }: Chosen["message"], { zone }: ImportRow): { when: string; zone: string } {
  const seconds = String(sentAt.getUTCSeconds()).padStart(2, "0");
  const when = `${wallTime(sentAt, zone)}:${seconds}`;
  const full = Math.floor(sentAt.getTime() / 1000) * 1000;
  if (instantOnWall(when, zone)?.getTime() === full) return { when, zone };
  return { when: `${wallTime(sentAt, "UTC")}:${seconds}`, zone: "UTC" };
}

async function linkExhibit(ctx: TxCtx, row: ImportRow, messageId: string, incidentId: string): Promise<void> {
  const { caseId, exhibitId } = row;
  await ctx.db.update(chatMessages).set({ incidentId }).where(eq(chatMessages.id, messageId));
  await ctx.db
    .insert(incidentExhibits)
    .values({ orgId: ctx.orgId, caseId, incidentId, exhibitId })
    .onConflictDoNothing();
}

function knownOf({ message, incident }: Chosen) {
  return incident ? [{ code: incidentCode(incident.kind, incident.number), seq: message.seq }] : [];
}

function already({ known }: MadeIncidents): Record<string, string> {
  return { messageIds: t("Already made: {value}.", { value: known.map((incident) => incident.code).join(", ") }) };
}

import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, clients, members, refusals } from "@/db/schema";
import { clientPlace } from "@/lib/casework/clients/rules";
import type { SafeContact } from "@/lib/casework/clients/types";
import { readTranslations } from "@/lib/evidence/translations/read-translations";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { roleLabels } from "@/lib/kernel/access/roles";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { quoted } from "@/lib/platform/text/text";
import { spanText } from "../sections/words";
import { annexReceivers } from "./annex-receivers";
import { readNamedOfficers } from "./named-officers";
import type { PacketSnapshot } from "./snapshot";
import { type AnnexSnapshot, type AnnexSnapshotInput, annexSchema } from "./snapshot-annex";

/**
 * Reads the content of a packet's sealed annex, in the transaction of `ctx`; `snapshot` is the served part, whose codes
 * are resolved to names here. None of this may enter the served part.
 * @throws AppError not_found
 */
export async function takeAnnex(
  ctx: TxCtx,
  { caseId, snapshot }: { caseId: string; snapshot: PacketSnapshot },
): Promise<AnnexSnapshot> {
  const [found] = await ctx.db
    .select({ keyId: cases.keyId, client: clients })
    .from(cases)
    .innerJoin(clients, eq(clients.id, cases.clientId))
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
  if (!found) throw new AppError("not_found", t("No such case."));
  const vault = await openVault(ctx, found.client.keyId);
  const seen = await witnessesOf(ctx, await openVault(ctx, found.keyId), caseId, snapshot);
  const { packet, org, zones } = snapshot;
  return annexSchema.parse({
    packet: {
      no: packet.no,
      version: packet.version,
      kind: packet.kind,
      builtAt: packet.builtAt,
      specimen: packet.specimen,
    },
    org,
    zone: zones.home,
    ...annexReceivers(snapshot, await readNamedOfficers(ctx, caseId)),
    client: clientOf(vault, found.client),
    clientIds: clientIdsOf(vault, found.client, snapshot),
    people: await peopleOf(ctx, snapshot, { caseId, keyId: found.keyId }),
    safeContact: contactOf(vault, found.client),
    witnesses: [...own(snapshot), ...seen],
    originals: sealedOriginals(snapshot),
  } satisfies AnnexSnapshotInput);
}

type ClientRow = typeof clients.$inferSelect;

function clientOf(vault: Vault, row: ClientRow): AnnexSnapshot["client"] {
  const maybe = (column: string, value: ClientRow["phone"]) => vault.openMaybe(clientPlace(column, row.id), value);
  return {
    code: row.code,
    name: maybe("name", row.name),
    identityNumber: maybe("identity_number", row.identityNumber),
    phone: maybe("phone", row.phone),
    email: maybe("email", row.email),
    address: maybe("address", row.address),
    isMinor: row.isMinor,
  };
}

/** Of the platforms whose id is the phone number, the number that the client has. */
function clientIdsOf(vault: Vault, row: ClientRow, snapshot: PacketSnapshot): AnnexSnapshot["clientIds"] {
  const id = vault.openMaybe(clientPlace("phone", row.id), row.phone);
  return id ? snapshot.case.clientIds.inAnnex.map((platform) => ({ platform, id })) : [];
}

/** The protocol as it was agreed; null when a record holds none. */
function contactOf(vault: Vault, row: ClientRow): AnnexSnapshotInput["safeContact"] {
  const text = vault.open(clientPlace("safe_contact", row.id), row.safeContact);
  const contact = JSON.parse(text) as Partial<SafeContact>;
  if (!contact.channel) return null;
  const {
    channel,
    hours = "",
    zone = "UTC",
    voicemail = false,
    deviceSeenBy = "",
    codeWord,
    never = [],
    subjectLine = "",
  } = contact;
  const agreed = { channel, hours, zone, voicemail, deviceSeenBy, never, subjectLine };
  return { ...agreed, hasCodeWord: Boolean(codeWord), reviewedOn: row.safeContactReviewedOn };
}

/** The members and translators whose codes appear in the served part. */
export async function peopleOf(
  ctx: TxCtx,
  snapshot: PacketSnapshot,
  { caseId, keyId }: { caseId: string; keyId: string },
): Promise<AnnexSnapshot["people"]> {
  const team = await ctx.db.select({ code: members.code, name: members.name, role: members.role }).from(members);
  const staff = team
    .filter(({ code }) => isNamed(snapshot, code))
    .map(({ code, name, role }) => ({ code, name, does: doesOf(snapshot, code, roleLabels[role]) }));
  return [...staff, ...(await translatorsOf(ctx, snapshot, { caseId, keyId }))];
}

/** Only where the packet prints a translation are names opened. */
async function translatorsOf(
  ctx: TxCtx,
  { exhibits }: PacketSnapshot,
  { caseId, keyId }: { caseId: string; keyId: string },
) {
  const codes = new Set(exhibits.flatMap(({ translations }) => translations.map(({ by }) => by)));
  if (codes.size === 0) return [];
  const all = [...(await readTranslations(ctx, await openVault(ctx, keyId), caseId)).values()].flat();
  return [...codes].flatMap((code) => {
    const name = all.find(({ translatorCode }) => translatorCode === code)?.translator;
    const of = exhibits.filter(({ translations }) => translations.some(({ by }) => by === code));
    return name ? [{ code, name, does: `translated words of ${spanText(of.map((exhibit) => exhibit.code))}` }] : [];
  });
}

/** True if the code appears in the served part as a separate word. */
function isNamed(snapshot: PacketSnapshot, code: string): boolean {
  const word = new RegExp(`(?<![A-Za-z0-9-])${quoted(code)}(?![A-Za-z0-9])`);
  return word.test(JSON.stringify(snapshot));
}

function doesOf(snapshot: PacketSnapshot, code: string, role: string): string {
  const kept = snapshot.exhibits.filter((exhibit) => exhibit.custody.some((event) => event.by === code));
  const parts = [
    role,
    snapshot.packet.preparedBy === code ? "prepared the packet" : "",
    snapshot.packet.approval?.by === code ? "approved the packet" : "",
    kept.length > 0 ? `in the custody ledger of ${spanText(kept.map((exhibit) => exhibit.code))}` : "",
  ];
  return parts.filter(Boolean).join("; ");
}

/** The client, and each member who had an exhibit in hand. */
function own({
  case: { clientCode },
  incidents,
  events,
}: PacketSnapshot): NonNullable<AnnexSnapshotInput["witnesses"]> {
  const codes = [...incidents, ...events].map((incident) => incident.code);
  if (codes.length === 0) return [];
  return [{ code: clientCode, who: "the client, as above", canSay: spanText(codes) }];
}

/** The witnesses of the refusal: only of this packet's refusal. */
async function witnessesOf(ctx: TxCtx, vault: Vault, caseId: string, { refusal }: PacketSnapshot) {
  const number = Number(refusal?.code.slice(3) ?? 0);
  const [row] = await ctx.db
    .select({ id: refusals.id, witnesses: refusals.witnesses })
    .from(refusals)
    .where(and(eq(refusals.orgId, ctx.orgId), eq(refusals.caseId, caseId), eq(refusals.number, number)));
  const who = row ? vault.openMaybe({ table: "refusals", column: "witnesses", row: row.id }, row.witnesses) : null;
  return who && refusal ? [{ code: refusal.code, who, canSay: "stood beside when it was refused" }] : [];
}

/** Originals that are not in the served part, as the finished served part describes each. */
export function sealedOriginals({ exhibits }: PacketSnapshot): AnnexSnapshot["originals"] {
  return exhibits.flatMap((exhibit) => {
    const masked = exhibit.files.some((file) => file.kind === "masked copy");
    if (!masked && !exhibit.sealed) return [];
    const files = exhibit.files
      .filter((file) => file.kind !== "masked copy")
      .map(({ name, sha256 }) => ({ name, sha256 }));
    const why = exhibit.sealedWhy ?? (masked ? "a masked copy is served" : "sealed; it does not travel");
    return [{ code: exhibit.code, title: exhibit.title, why, as: exhibit.inAnnex?.as ?? null, files }];
  });
}

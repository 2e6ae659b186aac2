import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, chatSenders, clients } from "@/db/schema";
import type { SafeContact } from "@/lib/casework/clients/types";
import { senderPlace } from "@/lib/evidence/chats/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import type { Secret } from "./leaks";

/** The client's code, which is printed, and the values that must not appear in the served part. */
export async function protectedValues(
  ctx: TxCtx,
  clientId: string,
): Promise<{ code: string; isMinor: boolean; hasPhone: boolean; secrets: Secret[] }> {
  const [row] = await ctx.db.select().from(clients).where(eq(clients.id, clientId));
  if (!row) throw new AppError("not_found", t("The client of this case cannot be read."));
  const vault = await openVault(ctx, row.keyId);
  const place = (column: string) => ({ table: "clients", column, row: row.id });
  const open: Secret[] = [
    { kind: "name", value: vault.openMaybe(place("name"), row.name) ?? "" },
    { kind: "identity number", value: vault.openMaybe(place("identity_number"), row.identityNumber) ?? "" },
    { kind: "phone number", value: vault.openMaybe(place("phone"), row.phone) ?? "" },
    { kind: "e-mail address", value: vault.openMaybe(place("email"), row.email) ?? "" },
    { kind: "address", value: vault.openMaybe(place("address"), row.address) ?? "" },
    // Anybody who knows it can pose as us on the client's phone.
    { kind: "code word", value: codeWordIn(vault.open(place("safe_contact"), row.safeContact)) },
    ...(await chatNamesOf(ctx, row.id)),
  ];
  const secrets = open.filter((secret) => secret.value.trim() !== "");
  return { code: row.code, isMinor: row.isMinor, hasPhone: row.phone !== null, secrets };
}

function codeWordIn(safeContact: string): string {
  return (JSON.parse(safeContact) as SafeContact).codeWord ?? "";
}

/** The names under which the client writes in the chats of their cases, if somebody has identified them. */
async function chatNamesOf(ctx: TxCtx, clientId: string): Promise<Secret[]> {
  const rows = await ctx.db
    .select({ id: chatSenders.id, name: chatSenders.name, keyId: cases.keyId })
    .from(chatSenders)
    .innerJoin(cases, eq(cases.id, chatSenders.caseId))
    .where(and(eq(chatSenders.orgId, ctx.orgId), eq(chatSenders.isClient, true), eq(cases.clientId, clientId)));
  const found: Secret[] = [];
  for (const { id, name, keyId } of rows) {
    const value = (await openVault(ctx, keyId)).open(senderPlace(id), name);
    found.push({ kind: kindOfSender(value), value });
  }
  return found;
}

/** For senders not saved under a name, an export has the number; a mail has the address. */
function kindOfSender(value: string): Secret["kind"] {
  if (value.includes("@") && !/\s/.test(value.trim()))
    return value.trim().startsWith("@") ? "chat name" : "e-mail address";
  return /^[+(\d][\d\s().-]{6,}$/.test(value.trim()) ? "phone number" : "chat name";
}

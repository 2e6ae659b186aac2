import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { clients, organisations, searchTokens } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { brokenConstraint } from "@/lib/kernel/access/database-errors";
import { openTokens } from "@/lib/kernel/access/search-tokens";
import { createVault } from "@/lib/kernel/access/vault";
import { env, keyPlace } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { certainTokens } from "./certain-tokens";
import { RegisterClient } from "./input";
import { refuseKnown } from "./refuse-known";
import { clientCode, clientPlace } from "./rules";
import { watchHits } from "./watch-hits";

/**
 * Stores a person under their own key, searchable only by keyed tokens. A visible client with the same number, phone or
 * e-mail is reported before anything is stored; for one they may not see, only a supervisor is notified.
 * @throws AppError conflict on `pseudonym` if the organisation already uses it; as refuseKnown
 */
export const registerClient = command({
  needs: "case.open",
  input: RegisterClient,
  async run(ctx, input) {
    const memberId = ctx.actor.memberId;
    if (!memberId) throw new AppError("forbidden", t("A person registers a client."));
    const id = newId();
    const tokens = await certainTokens(ctx, input);
    // The number is assigned first: of two concurrent registrations of one person, the second sees the first.
    const number = await nextNumber(ctx);
    const toldApart = await refuseKnown(ctx, tokens, input);
    if (number === 1) requireKeyApart();
    const code = clientCode(number, newToken());
    const sealed = await sealClient(ctx, id, input);
    const row = {
      ...sealed,
      id,
      orgId: ctx.orgId,
      number,
      code,
      pseudonym: input.pseudonym,
      safeContactReviewedOn: input.safeContactReviewed ? civilDate(ctx.now, input.safeContact.zone) : null,
      isMinor: input.isMinor,
      registeredBy: memberId,
      registeredAt: ctx.now,
    };
    await refuseTaken(() => ctx.db.transaction((tx) => tx.insert(clients).values(row)));
    await writeTokens(ctx, id, input);
    await watchHits(
      ctx,
      tokens.map(({ token }) => token),
      id,
    );
    const registered = { action: "client.registered" as const, subjectId: id, detail: {} };
    return { value: { id, code }, audit: toldApart ? [registered, toldApart(id)] : registered };
  },
});

/**
 * The first client is refused while anybody who takes the disk could read it, unless that risk was explicitly accepted.
 */
function requireKeyApart(): void {
  const { DEMO, KEK_BESIDE_DATA } = env();
  if (DEMO || KEK_BESIDE_DATA || ["apart", "sealed"].includes(keyPlace())) return;
  throw new AppError(
    "conflict",
    t(
      "You cannot register clients yet: the key is stored with the data, so anyone who takes this computer could read every client’s details. Ask the person who runs the server to stop it, run “npm run keys -- seal” for a passphrase or set KEK_FILE, and start it again.",
    ),
  );
}

type Input = z.output<typeof RegisterClient>;

async function nextNumber(ctx: TxCtx): Promise<number> {
  const [org] = await ctx.db
    .update(organisations)
    .set({ clientsRegistered: sql`${organisations.clientsRegistered} + 1` })
    .where(eq(organisations.id, ctx.orgId))
    .returning({ number: organisations.clientsRegistered });
  if (!org) throw new AppError("not_found", t("No such organisation."));
  return org.number;
}

async function sealClient(ctx: TxCtx, id: string, input: Input) {
  const vault = await createVault(ctx, "client");
  return {
    keyId: vault.keyId,
    name: vault.sealMaybe(clientPlace("name", id), input.name),
    identityNumber: vault.sealMaybe(clientPlace("identity_number", id), input.identityNumber),
    phone: vault.sealMaybe(clientPlace("phone", id), input.phone),
    email: vault.sealMaybe(clientPlace("email", id), input.email),
    address: vault.sealMaybe(clientPlace("address", id), input.address),
    safeContact: vault.seal(clientPlace("safe_contact", id), JSON.stringify(input.safeContact)),
  };
}

/** The code name may be used by a client that the person may not see. Any other conflict is unrelated. */
async function refuseTaken(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (brokenConstraint(error) !== "clients_orgId_pseudonym_unique") throw error;
    const message = t("This code name is in use. Choose another.");
    throw new AppError("conflict", message, { pseudonym: message });
  }
}

async function writeTokens(ctx: TxCtx, id: string, input: Input): Promise<void> {
  const tokens = await openTokens(ctx);
  const token = (field: "name" | "identity_number" | "phone" | "email", match: "exact" | "sound", value: Buffer) => ({
    orgId: ctx.orgId,
    ownerKind: "client" as const,
    ownerId: id,
    field,
    match,
    token: value,
  });
  const rows = [
    ...(input.name
      ? [
          token("name", "exact", tokens.exact("name", input.name)),
          ...tokens.sounds("name", input.name).map((sound) => token("name", "sound", sound)),
        ]
      : []),
    ...(input.identityNumber
      ? [token("identity_number", "exact", tokens.exact("identity_number", input.identityNumber))]
      : []),
    ...(input.phone ? [token("phone", "exact", tokens.exact("phone", input.phone))] : []),
    ...(input.email ? [token("email", "exact", tokens.exact("email", input.email))] : []),
  ];
  if (rows.length > 0) await ctx.db.insert(searchTokens).values(rows);
}

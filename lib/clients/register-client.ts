import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { among } from "@/db/among";
import { clients, organisations, searchTokens } from "@/db/schema";
import { command } from "@/lib/access/command";
import type { Scoped } from "@/lib/access/ctx";
import { brokenConstraint } from "@/lib/access/database-errors";
import { openTokens } from "@/lib/access/search-tokens";
import { createVault } from "@/lib/access/vault";
import { civilDate } from "@/lib/platform/clock";
import { env, keyPlace } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { RegisterClient } from "./input";
import { matchReasonLabels } from "./labels";
import { clientCode, clientPlace } from "./rules";
import { watchHits } from "./watch-hits";

/**
 * Keeps a person under a key of their own, found again only by keyed tokens.
 * A client whom the person may see and who has the same number, phone or e-mail is told before anything is kept; of one
 * whom they may not see, a supervisor is told and nobody else.
 * @throws AppError conflict on `pseudonym` when the organisation uses it already, on `somebodyElse` when one is known
 */
export const registerClient = command({
  needs: "case.open",
  input: RegisterClient,
  async run(ctx, input) {
    const memberId = ctx.actor.memberId;
    if (!memberId) throw new AppError("forbidden", "A person registers a client.");
    const id = newId();
    const tokens = await certainTokens(ctx, input);
    if (!input.somebodyElse) await refuseKnown(ctx, tokens);
    const number = await nextNumber(ctx);
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
      safeContactReviewedOn: civilDate(ctx.now, input.safeContact.zone),
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
    return { value: { id, code }, audit: { action: "client.registered", subjectId: id, detail: {} } };
  },
});

/** The first client is not taken in while whoever takes the disk could read it, unless somebody accepted that by name. */
function requireKeyApart(): void {
  const { DEMO, KEK_BESIDE_DATA } = env();
  if (DEMO || KEK_BESIDE_DATA || ["apart", "sealed"].includes(keyPlace())) return;
  throw new AppError(
    "conflict",
    "Not yet: the key lies beside the data, so whoever takes this computer could read every client. Ask who runs the " +
      'server to stop it, run "npm run keys -- seal" for a passphrase or set KEK_FILE, and start it again.',
  );
}

type Input = z.output<typeof RegisterClient>;

type Certain = { field: "identity_number" | "phone" | "email"; token: Buffer };

/** What two people do not share by chance. A name they may. */
async function certainTokens(ctx: Scoped, input: Input): Promise<Certain[]> {
  const tokens = await openTokens(ctx);
  const of = (field: Certain["field"], value: string | null): Certain[] =>
    value ? [{ field, token: tokens.exact(field, value) }] : [];
  return [...of("identity_number", input.identityNumber), ...of("phone", input.phone), ...of("email", input.email)];
}

async function refuseKnown(ctx: Scoped, tokens: readonly Certain[]): Promise<void> {
  const known = await ctx.db
    .select({ id: clients.id, code: clients.code, pseudonym: clients.pseudonym, field: searchTokens.field })
    .from(searchTokens)
    .innerJoin(clients, and(eq(clients.orgId, searchTokens.orgId), eq(clients.id, searchTokens.ownerId)))
    .where(
      and(
        eq(searchTokens.orgId, ctx.orgId),
        eq(searchTokens.ownerKind, "client"),
        eq(searchTokens.match, "exact"),
        inArray(searchTokens.field, ["identity_number", "phone", "email"]),
        among(
          searchTokens.token,
          tokens.map(({ token }) => token),
        ),
      ),
    )
    .orderBy(clients.number)
    .limit(20);
  if (known.length === 0) return;
  const people = [...Map.groupBy(known, ({ id }) => id).values()].map((hits) => {
    const [first] = hits;
    const why = hits.map(({ field }) => matchReasonLabels[field as Certain["field"]].toLowerCase()).join(", ");
    return `${first?.pseudonym} (${first?.code}): ${why}`;
  });
  const said = `This may be a client whom you know: ${people.join("; ")}. Open the case for that client, or tick that this is somebody else.`;
  throw new AppError("conflict", said, { somebodyElse: said });
}

async function nextNumber(ctx: Scoped): Promise<number> {
  const [org] = await ctx.db
    .update(organisations)
    .set({ clientsRegistered: sql`${organisations.clientsRegistered} + 1` })
    .where(eq(organisations.id, ctx.orgId))
    .returning({ number: organisations.clientsRegistered });
  if (!org) throw new AppError("not_found", "No such organisation.");
  return org.number;
}

async function sealClient(ctx: Scoped, id: string, input: Input) {
  const vault = await createVault(ctx, "client");
  return {
    keyId: vault.keyId,
    name: vault.seal(clientPlace("name", id), input.name),
    identityNumber: vault.sealMaybe(clientPlace("identity_number", id), input.identityNumber),
    phone: vault.sealMaybe(clientPlace("phone", id), input.phone),
    email: vault.sealMaybe(clientPlace("email", id), input.email),
    address: vault.sealMaybe(clientPlace("address", id), input.address),
    safeContact: vault.seal(clientPlace("safe_contact", id), JSON.stringify(input.safeContact)),
  };
}

/** The code name may be in use by a client whom one may not see. Any other clash is not about it. */
async function refuseTaken(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (brokenConstraint(error) !== "clients_orgId_pseudonym_unique") throw error;
    const said = "This code name is in use. Choose another.";
    throw new AppError("conflict", said, { pseudonym: said });
  }
}

async function writeTokens(ctx: Scoped, id: string, input: Input): Promise<void> {
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
    token("name", "exact", tokens.exact("name", input.name)),
    ...tokens.sounds("name", input.name).map((sound) => token("name", "sound", sound)),
    ...(input.identityNumber
      ? [token("identity_number", "exact", tokens.exact("identity_number", input.identityNumber))]
      : []),
    ...(input.phone ? [token("phone", "exact", tokens.exact("phone", input.phone))] : []),
    ...(input.email ? [token("email", "exact", tokens.exact("email", input.email))] : []),
  ];
  await ctx.db.insert(searchTokens).values(rows);
}

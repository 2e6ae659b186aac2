import "server-only";
import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { makeCertificate } from "@/lib/platform/cms/make-certificate";
import { addHours } from "@/lib/platform/time/clock";
import { readCertificate } from "@/lib/platform/tsa/certificate";
import { replaceSigningKey } from "./access";
import { MakeSigningKey } from "./input";

const generate = promisify(generateKeyPair);
const years = 3;

/**
 * Creates a key (RSA, 3072 bits) with a self-signed certificate in the organisation's name, valid for three years. It
 * replaces the current one, which is kept to verify old packets. The worker creates the first one automatically.
 * @throws AppError conflict if the current key is not the one in `replaces`; invalid at `passkey` for a person without
 * fresh proof
 */
export const makeSigningKey = command({
  needs: "signature.write",
  input: MakeSigningKey,
  async run(ctx, { replaces }) {
    if (ctx.actor.role !== "service") requireStepUp(ctx, "signature.replace");
    const { privateKey: key } = await generate("rsa", { modulusLength: 3072 });
    const name = await nameOfOrganisation(ctx);
    // From the day before, so that a reader whose clock is behind does not take it for one of the future.
    const from = addHours(ctx.now, -24);
    const until = new Date(ctx.now);
    until.setUTCFullYear(until.getUTCFullYear() + years);
    const certificate = readCertificate(makeCertificate({ key, name, from, until }));
    const made = await replaceSigningKey(ctx, { origin: "made", chain: [certificate], key, replaces });
    const detail = { fingerprint: made.fingerprint, replaces };
    return { value: made, audit: { action: "signature.key_made", subjectId: made.id, detail } };
  },
});

async function nameOfOrganisation(ctx: TxCtx): Promise<string> {
  const [row] = await ctx.db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  return row?.name ?? ctx.orgName;
}

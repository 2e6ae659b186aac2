import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ask } from "@/db/client";
import { takeEach } from "@/lib/auth/attempts/budgets";
import { readCode } from "@/lib/auth/first-contact/rules";
import { parseInput } from "@/lib/kernel/access/command";
import { hashPairingCode } from "@/lib/kernel/access/hash-pairing-code";
import { noteAttempt } from "@/lib/platform/attempts";
import { TooOften } from "@/lib/platform/errors";
import { newToken } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { isPairingCode } from "./rules";
import type { PairingOutcome } from "./types";

const TypedPairing = z.object({
  code: z
    .string(t("Type the code that the evidence page shows."))
    .transform(readCode)
    .refine(isPairingCode, t("The code has eight letters and digits.")),
  /** How the browser calls itself, as shown to whoever ends it. */
  browser: z
    .string()
    .max(200)
    .transform((text) => text.replace(/[^\x20-\x7e]/g, "").slice(0, 60))
    .default(""),
});

/**
 * Uses a code, once. Forty bits and these budgets: in the ten minutes of a code, all networks together try some three
 * thousand of a million million.
 * @param network of whoever asks; null on this machine
 * @returns the token for the extension, or null with why the log says it was refused
 * @throws AppError invalid at `code`; TooOften
 */
export async function redeemPairing(
  raw: unknown,
  network: string | null,
): Promise<{ token: Buffer; outcome: "open" } | { token: null; outcome: Exclude<PairingOutcome, "open"> }> {
  const { code, browser } = parseInput(TypedPairing, raw);
  const within = await takeEach([
    { of: `pairing|${network ?? "here"}`, burst: 20, perSecond: 1 / 30 },
    { of: "pairing|all", burst: 300, perSecond: 5 },
  ]);
  if (!within) throw new TooOften("pairing", t("Too many codes were tried. Wait a minute and try again."), 60);
  const token = newToken();
  const [row] = await ask<{ outcome: PairingOutcome }>(
    sql`select outcome from ctx.redeem_pairing(${hashPairingCode(code)}, ${token}, ${browser})`,
  );
  const outcome = row?.outcome ?? "unknown";
  if (outcome === "unknown") noteAttempt("unknown_token");
  return outcome === "open" ? { token, outcome } : { token: null, outcome };
}

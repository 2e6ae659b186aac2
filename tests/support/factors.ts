import { offerSeed } from "@/lib/auth/codes/seeds";
import { setTotp } from "@/lib/auth/codes/set-totp";
import { codeOf, stepOf } from "@/lib/auth/codes/totp";
import { addPasskey } from "@/lib/auth/passkeys/add-passkey";
import { askNewPasskey } from "@/lib/auth/passkeys/ask-passkey";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { AppError } from "@/lib/platform/errors";
import { Authenticator } from "./authenticator";

export { prove, sessionBy } from "./sessions";

export const place = { rpId: "localhost", origin: "http://localhost:3000" };

/** The whole ceremony of a new passkey. The session must be one that may add it; a confined one ends by it. */
export async function givePasskey(token: Buffer, device = new Authenticator(), name = "Test device") {
  const answer = device.create(await askNewPasskey(place, token), { origin: place.origin });
  await addPasskey(place, token, { name, answer });
  return device;
}

/** The whole ceremony of an authenticator app: what shows its codes from now on. Its first code is used up by it. */
export async function giveApp(token: Buffer): Promise<(step?: number) => string> {
  // Whoever may not add one has no seed to guess a code of, and is refused whatever they type.
  const seed = (await offerSeed(token, (await requireStanding(token)).loginId))?.seed ?? Buffer.alloc(20);
  await giveFirstCode(token, seed);
  return (step = stepOf(new Date())) => codeOf(seed, step);
}

/** The code before the one that is shown, so that the one shown can still be used; again where that one ran out on the way. */
async function giveFirstCode(token: Buffer, seed: Buffer): Promise<void> {
  const step = stepOf(new Date());
  try {
    await setTotp(token, codeOf(seed, step - 1));
  } catch (error) {
    const ranOut = error instanceof AppError && error.code === "invalid" && stepOf(new Date()) !== step;
    if (!ranOut) throw error;
    await giveFirstCode(token, seed);
  }
}

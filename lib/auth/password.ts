import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/platform/errors";

/** argon2id, 64 MiB, 3 passes: about 170 ms on two cores. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** Spent on unknown e-mail addresses, so that the time of an answer does not say who works here. */
let decoy: Promise<string> | undefined;

/** @throws AppError invalid on `password` when it is shorter than 15 or longer than 128 characters */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < 15) {
    throw new AppError("invalid", "The password is too short.", {
      password: "Use at least 15 characters. Four or five words that you can remember do well.",
    });
  }
  if (password.length > 128) {
    throw new AppError("invalid", "The password is too long.", { password: "Use at most 128 characters." });
  }
  return hash(password.normalize("NFC"), cost);
}

/** Always takes the time of one check, whether or not there is a hash to check against. */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash("a password that nobody has", cost);
  const right = await verify(stored ?? (await decoy), password.slice(0, 128).normalize("NFC"));
  return right && stored !== undefined;
}

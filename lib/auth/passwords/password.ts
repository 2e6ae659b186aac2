import { t } from "@/lib/platform/language/translate";
import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/platform/errors";
import { createPlaces } from "@/lib/platform/sandbox/places";
import { checkAside } from "./check-aside";
import { easilyGuessed, isEasilyGuessed } from "./password-rules";

/** argon2id, 64 MiB, 3 passes: about 170 ms on two cores. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

const busy = t("Many people are signing in just now. Wait a moment, then try again.");

const line = { longest: 50, full: () => new AppError("conflict", busy) };

/**
 * Each takes 64 MiB and a core: two run at once, fifty wait, and the next is told so instead of delaying all the rest.
 */
const inPlace = createPlaces(2, line);

/** Strangers stand in a line of their own: whoever guesses passwords keeps nobody waiting who was here before. */
const amongStrangers = createPlaces(1, line);

/**
 * Verified for unknown e-mail addresses, so that response time does not reveal who works here. Made from random bytes
 * that nobody kept.
 */
const decoy = "$argon2id$v=19$m=65536,t=3,p=1$ch5EqD/7HTMIvDdILrt9fA$yn5DTGoJ5S+u+qofEpvIx36ieQogiknfG9sYONCfyxw";

export const longestPassword = 128;
const tooLong = t("Use at most {longestPassword} characters.", { longestPassword });

/**
 * @param words what the password may not consist of: names, e-mail, organisation
 * @throws AppError invalid on `password` if it is shorter than 15 or longer than 128 characters, or easily guessed;
 * conflict if too many are waiting
 */
export async function hashPassword(password: string, words: readonly string[] = []): Promise<string> {
  if (password.length < 15) {
    throw new AppError("invalid", t("The password is too short."), {
      password: t("Use at least 15 characters. Four or five words that you can remember do well."),
    });
  }
  if (password.length > longestPassword)
    throw new AppError("invalid", t("The password is too long."), { password: tooLong });
  if (isEasilyGuessed(password, words)) {
    throw new AppError("invalid", t("The password is easily guessed."), { password: easilyGuessed });
  }
  return inPlace(() => hash(password.normalize("NFC"), cost));
}

/**
 * Always takes the time of one check, whether or not there is a hash to check against.
 * @param from a stranger's check runs beside everybody's work and yields to it; anybody who is signed in, or signed in
 * with this device before, is `known`
 * @throws AppError invalid on `password` when it is too long to be one: nothing is cut; conflict when too many wait
 */
export async function checkPassword(
  stored: string | undefined,
  password: string,
  from: "known" | "stranger",
): Promise<boolean> {
  if (password.length > longestPassword) throw new AppError("invalid", tooLong, { password: tooLong });
  const hashed = stored ?? decoy;
  const typed = password.normalize("NFC");
  const right =
    from === "known"
      ? await inPlace(() => verify(hashed, typed))
      : await amongStrangers(() => checkAside(hashed, typed));
  return right && stored !== undefined;
}

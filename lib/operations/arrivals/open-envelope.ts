import "server-only";
import { parseInput } from "@/lib/kernel/access/command";
import { noteAttempt } from "@/lib/platform/attempts";
import { openPart, sealingKey } from "@/lib/platform/crypto/device-seal";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { notYours } from "./access";
import { Envelope, Waited } from "./input";

/**
 * Opens what a device of this person sealed. @param privateKey of that device; null for one of somebody else
 * @throws AppError forbidden without the key; invalid for what was changed
 */
export function openEnvelope(privateKey: Buffer | null, raw: unknown) {
  const { id, sentAt, head, more } = parseInput(Envelope, raw);
  if (!privateKey) throw notYours();
  try {
    const read = (part: { key: string; body: string }): object => {
      const key = sealingKey(privateKey, id, Buffer.from(part.key, "base64url"));
      return JSON.parse(openPart(key, 0, Buffer.from(part.body, "base64url")).toString()) as object;
    };
    return { id, sentAt, waited: Waited.parse({ ...(more ? read(more) : {}), ...read(head) }) };
  } catch {
    noteAttempt("bad_input");
    throw new AppError("invalid", t("This was changed on the device and cannot be opened."));
  }
}

import "server-only";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { sameness } from "./rules";

const KEPT = 20_000;

/**
 * Distinguishes messages of one export with the same sender, time and words: "hi" sent three times in a minute is three
 * messages, and the same three in a second export of the same chat. @returns its index among equal messages, from 1
 */
export function countRepeats(): (message: Parameters<typeof sameness>[0]) => number {
  let seen = new Map<string, number>();
  let last = 0;
  return (message) => {
    const at = message.sentAt.getTime();
    // Equal messages are close together: older ones are forgotten, so that memory stays constant.
    if (seen.size > KEPT && Math.abs(at - last) > 60_000) seen = new Map();
    last = at;
    const key = sha256(sameness(message)).toString("base64url");
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return nth;
  };
}

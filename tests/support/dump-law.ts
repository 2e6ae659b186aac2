import { neutralWords } from "@/lib/law/jurisdictions/common/briefing-words";
import { certificateWords } from "@/lib/law/jurisdictions/common/certificate-words";
import * as localWords from "@/lib/law/jurisdictions/common/local-words";
import * as messageWords from "@/lib/law/jurisdictions/common/message-words";
import { officeWords } from "@/lib/law/jurisdictions/common/office-words";
import * as packetWords from "@/lib/law/jurisdictions/common/packet-words";
import * as placeContext from "@/lib/law/jurisdictions/common/place-context";
import * as spokenWords from "@/lib/law/jurisdictions/common/spoken-words";
import { briefingWordsOf } from "@/lib/law/jurisdictions/pairs/briefing-words";
import { firstPair } from "@/lib/law/jurisdictions/pairs/first-pair";
import { houseLaw } from "@/lib/law/jurisdictions/rules";

/**
 * Prints the whole law of the release as one text, to compare before and after its files are moved or written again:
 * `npx tsx tests/support/dump-law.ts > before.json`. Sets, maps, expressions and functions are written as what they are.
 */
function plain(value: unknown): unknown {
  if (value instanceof Set) return { set: [...value] };
  if (value instanceof Map) return { map: [...value] };
  if (value instanceof RegExp) return { expression: String(value) };
  if (typeof value === "function") return { function: String(value) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

const briefings = ["ZA-US", "US-ZA", "XA-XB"].map((pair) => briefingWordsOf(pair));
const words = { certificateWords, localWords, messageWords, officeWords, packetWords, placeContext, spokenWords };
const whole = { houseLaw, briefings, neutralWords, firstPair, ...words };
console.log(JSON.stringify(plain(whole), null, 1));

import type { Block } from "@/lib/platform/pdf/blocks";
import { strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { dangerStated } from "../shared/danger";
import { dangerNow } from "../short/words";
import { codeList } from "../source-column";

/**
 * What is known of danger, before anything else: the words, who assessed them and when, what was done. Where no words
 * raised the question there is nothing to say.
 */
export function dangerBox(snapshot: PacketSnapshot): Block[] {
  const stated = dangerStated(snapshot);
  if (!stated) return [];
  const phone = dangerNow(snapshot);
  const isNone = snapshot.case.danger?.answer === "none";
  return [
    {
      b: "box",
      rule: 1,
      lines: [
        { as: "body", text: [strong("Danger. "), `${stated.text} (`, ...codeList(stated.sources, "; "), ")"] },
        ...(phone && !isNone ? [{ as: "cell" as const, text: phone.text }] : []),
      ],
    },
  ];
}

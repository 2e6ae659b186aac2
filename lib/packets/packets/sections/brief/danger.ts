import type { Block } from "@/lib/platform/pdf/blocks";
import { strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { dangerNow } from "../short/words";
import { codeList } from "../source-column";

/** What is known of danger, before anything else; where nothing is, the brief says nothing of it. */
export function dangerBox(snapshot: PacketSnapshot): Block[] {
  const { danger } = snapshot.case;
  if (!danger) return [];
  const phone = dangerNow(snapshot);
  return [
    {
      b: "box",
      rule: 1,
      lines: [
        { as: "body", text: [strong("Danger. "), `${danger.text} (`, ...codeList(danger.sources, "; "), ")"] },
        ...(phone ? [{ as: "cell" as const, text: phone.text }] : []),
      ],
    },
  ];
}

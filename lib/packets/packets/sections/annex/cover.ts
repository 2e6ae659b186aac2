import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { blank } from "@/lib/platform/pdf/rich-text";
import { draftNotice, draftStamp, fixedLines, fixedText } from "../../fixed-text";
import type { AnnexSnapshot } from "../../snapshot/snapshot-annex";
import { cells, table } from "../section";
import { para, sourcesOf } from "../source-column";
import { formatDate } from "../words";

/** Who may open it, before any of its contents. */
export function annexCover(annex: AnnexSnapshot): Block[] {
  return [
    { b: "section", short: "Sealed annex" },
    { b: "kicker", text: "SEALED · NOT TO BE FILED, COPIED OR SERVED WITH THE PACKET" },
    { b: "title", text: `Sealed annex to ${annex.packet.no}`, small: true },
    { b: "lead", text: "Key to the codes. Identity, addresses, safe contact." },
    ...(annex.packet.approved ? [] : [{ b: "note", text: `${draftStamp}. ${draftNotice}` } as const]),
    {
      b: "box",
      rule: 2,
      lines: [
        { text: fixedLines.annexOpen, as: "notice" },
        { text: fixedText.F19.text, as: "body" },
        { text: fixedLines.annexMistake, as: "body" },
      ],
    },
    table(
      [
        [70, "Released to"],
        [30, "Release"],
        [30, "Until"],
        [40, "Opened: date, signature"],
      ] as const,
      openRows(annex),
    ),
    ...closed(annex),
  ];
}

function openRows({ openTo }: AnnexSnapshot): Row[] {
  if (openTo.length === 0) return [cells("Nobody yet", "none", "", "do not open")];
  return openTo.map((receiver) =>
    cells(receiver.name, receiver.release, receiver.until ? formatDate(receiver.until) : "no date set", [blank(36)]),
  );
}

function closed({ openTo, closedTo }: AnnexSnapshot): Block[] {
  const why = closedTo.map((receiver) => `${receiver.name}: ${receiver.why}.`).join(" ");
  const sources = sourcesOf([...new Set(closedTo.map((receiver) => receiver.release))], "case record");
  if (closedTo.length === 0 && openTo.length === 0)
    return [para("Nobody may open this annex yet: no receiver is named.", sources)];
  if (closedTo.length === 0) return [];
  const start = openTo.length === 0 ? "Nobody may open this annex yet." : "Not released to:";
  return [para(`${start} ${why} The codes suffice for other recipients.`, sources)];
}

import { rooms } from "@/lib/platform/charts/marks";
import { type LinkedBox, plotLinks } from "@/lib/platform/charts/plot-links";
import type { Block } from "@/lib/platform/pdf/blocks";
import { strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot, SnapshotAccount } from "../../snapshot/snapshot";
import { countOf, listed, sentence, spanText } from "../words";

const looks = [
  { key: "high", label: "high confidence", look: "solid" },
  { key: "medium", label: "medium confidence", look: "dashed" },
  { key: "low", label: "low confidence", look: "dotted" },
] as const;

const title = "Accounts and identifiers, and how sure each link is";

/** The accounts that are linked, with the exhibits that show it: a picture of the boards below it. By code only. */
export function linksFigure(snapshot: PacketSnapshot): Block[] {
  const { accounts } = snapshot;
  const linked = accounts.filter(({ link }) => link !== null);
  if (linked.length < 2) return [];
  const { subjectCode, subjectIdentifiers } = snapshot.case;
  const count = new Map<string, number>();
  const right = subjectIdentifiers.map(({ kind, sources, confidence }): LinkedBox => {
    const no = (count.get(kind) ?? 0) + 1;
    count.set(kind, no);
    const shown = spanText(sources);
    const words = [confidence && `link: ${confidence}`, shown].filter(Boolean).join("; ");
    return { name: `${sentence(kind)} ${no}`, lines: words ? [words] : [], link: linkOf(confidence) };
  });
  const about = `${sentence(countOf(linked.length, "account"))} linked: ${listed(linked.map((account) => `${account.code}, ${confidenceOf(account)}`))}. ${sentence(countOf(right.length, "other identifier"))} recorded`;
  const chart = plotLinks(
    {
      title,
      about: `${about}.`,
      looks,
      groups: [{ name: `${subjectCode} (alleged)`, left: accounts.map(boxOf), right }],
      more: (boxes) => `${boxes} more in the text`,
    },
    rooms.print,
  );
  const caption = `${title}. A line says how sure the link is, not who used the account. Below stand the reasons, and the values of the identifiers.`;
  return [{ b: "chart", chart, caption: [strong("Figure. "), caption] }];
}

function boxOf(account: SnapshotAccount): LinkedBox {
  const shown = account.shownBy.length > 0 ? spanText(account.shownBy) : "no exhibit";
  const lines = [`${account.link ? confidenceOf(account) : "not linked"}; ${shown}`];
  const confidence = account.link?.confidence === "first" ? "high" : account.link?.confidence;
  return { name: `${account.code} ${account.platform}`, lines, link: linkOf(confidence) };
}

function linkOf(confidence: string | null | undefined): number | null {
  const link = looks.findIndex(({ key }) => key === confidence);
  return link < 0 ? null : link;
}

function confidenceOf({ link }: SnapshotAccount): string {
  if (link?.confidence === "first") return "first account seen";
  return `link: ${link?.confidence ?? "none"}`;
}

import { type Law, textsOf } from "@/lib/law/jurisdictions/rules";
import { formatDate } from "@/lib/platform/text/format";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { sourceWords } from "./words";

/**
 * The words of the statutes that the charges name, each once: those of home first, then those of the other country,
 * each offence before its penalty and until when it is tried.
 */
export function statuteParts(
  record: Pick<CaseRecord, "charges">,
  law: Law,
): Required<Pick<PacketSnapshotInput, "statutes">> {
  const home = record.charges.map((charge) => charge.homeOffence);
  const there = record.charges.flatMap((charge) => charge.thereOffence ?? []);
  const texts = [home, there].flatMap((keys) => {
    const own = [...new Set(keys)].flatMap((key) => textsOf(key, law));
    return [...own.filter((text) => text.of !== "limitation"), ...own.filter((text) => text.of === "limitation")];
  });
  return {
    statutes: [...new Set(texts)].map((text) => ({
      of: text.of,
      citation: text.citation,
      text: text.text,
      unread: text.unread ?? null,
      sources: text.sources.map((source) => `${sourceWords(source)}, read ${formatDate(source.checkedOn)}`),
    })),
  };
}

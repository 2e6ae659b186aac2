import type { Block } from "@/lib/platform/pdf/blocks";
import { newLine, strong } from "@/lib/platform/pdf/rich-text";
import { cells, type Section, table } from "../section";
import { sentence } from "../words";

/** The words of the statutes that are relied on, as far as they were read: offence, penalty, limitation. */
export const statuteTexts: Section = {
  id: "statutes",
  build: ({ snapshot: { statutes } }): Block[] =>
    statutes.length === 0
      ? []
      : [
          { b: "h3", title: "Words of the statutes, for the prosecutor to compare with the official text" },
          table(
            [
              [38, "Provision"],
              [100, "Text"],
              [32, "Read in"],
            ] as const,
            statutes.map(({ of, citation, text, unread, sources }) =>
              cells(
                [strong(citation), newLine, sentence(of)],
                unread ? [text, newLine, `Not read: ${unread}`] : text,
                sources.join("; ").replaceAll(/ \[[^\]]*\]/g, ""),
              ),
            ),
            true,
          ),
        ],
};

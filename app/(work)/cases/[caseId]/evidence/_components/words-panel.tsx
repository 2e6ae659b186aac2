import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import type { Sensitivity } from "@/lib/evidence/types";
import { FoldedWords } from "./folded-words";
import { WordLines } from "./word-lines";

type Props = { exhibitId: string; sensitivity: Sensitivity; words: { lines: readonly string[]; cut: boolean } };

/** The words of a text or a mail, before any picture. What is hard to read stays folded, and reading it is logged. */
export function WordsPanel({ exhibitId, sensitivity, words }: Props) {
  return (
    <Panel title="Words in the file" id="words" foot="Shown as plain text. Nothing that it names was loaded.">
      {sensitivity === "ordinary" ? (
        <WordLines {...words} />
      ) : (
        <>
          <Notice kind="warning" title={sensitivity === "intimate" ? "Marked as intimate" : "Marked as distressing"}>
            Reading it is written in the ledger and counted for you.
          </Notice>
          <FoldedWords exhibitId={exhibitId} />
        </>
      )}
    </Panel>
  );
}

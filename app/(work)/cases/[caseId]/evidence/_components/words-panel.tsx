import { Disclosure } from "@/app/_ui/disclosure";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import type { Sensitivity } from "@/lib/evidence/exhibits/types";
import type { ShownWords } from "@/lib/evidence/exposure/show-words";
import { formatInstant } from "@/lib/platform/text/format";
import { FoldedWords } from "./folded-words";
import { WordLines } from "./word-lines";

type Words = Pick<ShownWords, "lines" | "cut" | "again">;
type Props = { exhibitId: string; sensitivity: Sensitivity; words: Words; zone: string };

/** The words of a text or a mail, before any picture. What is hard to read stays folded, and reading it is logged. */
export function WordsPanel({ exhibitId, sensitivity, words, zone }: Props) {
  const { again } = words;
  return (
    <Panel title="Words in the file" id="words" foot="Shown as plain text. Nothing that it names was loaded.">
      {again && again.before.length > 0 ? (
        <Notice kind="warning" title="These words differ from what was shown before">
          Read again on {formatInstant(again.at, zone)} with a newer reader; the words differ from what was shown
          before. Both are here. The file itself did not change.
        </Notice>
      ) : null}
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
      {again?.before.map(({ version, lines, cut }) => (
        <Disclosure
          key={version}
          label={`What was shown before${again.before.length > 1 ? ` (reading ${version + 1})` : ""}`}
        >
          {sensitivity === "ordinary" ? (
            <WordLines lines={lines} cut={cut} />
          ) : (
            <FoldedWords exhibitId={exhibitId} version={version} />
          )}
        </Disclosure>
      ))}
      {again && again.before.length === 0 ? (
        <p className="small muted">
          Read again on {formatInstant(again.at, zone)} with a newer reader. The words are the same.
        </p>
      ) : null}
    </Panel>
  );
}

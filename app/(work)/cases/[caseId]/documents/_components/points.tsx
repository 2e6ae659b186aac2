import type { DocumentBlock, DocumentPage } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { GapText } from "./gap-text";
import { PieceSources } from "./piece-sources";

type Props = { blocks: readonly DocumentBlock[]; start: number; sources: DocumentPage["sources"] };

/** Numbered paragraphs; the number is in the list for a screen reader and in print for the eye. */
export function Points({ blocks, start, sources }: Props) {
  return (
    <ol className="paper__points" start={start}>
      {blocks.map((block, i) => (
        <li key={block.id} value={start + i}>
          <span aria-hidden="true">{start + i}.</span>
          <div className="paper__text">
            <Words block={block} />
            <PieceSources sources={sources[block.id.split(".")[0] ?? ""]} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Words({ block }: { block: DocumentBlock }) {
  if (block.kind === "prompt")
    return block.text ? <GapText text={block.text} /> : <mark>{t("To be written: {asks}", { asks: block.asks })}</mark>;
  return block.kind === "numbered" ? <GapText text={block.text} /> : null;
}

import { blockName, isWorded } from "@/lib/documents/papers/rules";
import type { DocumentPage } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { BlockView } from "../../_components/block-view";
import { GapList } from "../../_components/gap-list";
import { EditorForm } from "./editor-form";
import { EditorPiece } from "./editor-piece";

/** The paper to edit: the words as boxes, what is rendered from the record shown in its place. */
export function Editor({ page, base }: { page: DocumentPage; base: string }) {
  const { row, body, gaps, sources, zone } = page;
  return (
    <div className="stack stack--l">
      <GapList gaps={gaps} editHref={`${base}?edit`} />
      <section className="panel" aria-label={t("Words")}>
        <div className="panel__body">
          <EditorForm documentId={row.id} version={row.version} zone={zone} done={base}>
            {body.blocks.map((block) =>
              isWorded(block) ? (
                <EditorPiece
                  key={block.id}
                  block={block}
                  name={blockName(body, block.id)}
                  sources={sources[block.id.split(".")[0] ?? ""] ?? []}
                />
              ) : (
                <div key={block.id} className="piece">
                  <BlockView block={block} sources={sources} />
                </div>
              ),
            )}
          </EditorForm>
        </div>
      </section>
    </div>
  );
}

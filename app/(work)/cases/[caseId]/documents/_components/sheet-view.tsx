import { CopyButton } from "@/app/_ui/copy-button";
import { Notice } from "@/app/_ui/notice";
import type { DocumentBlock, DocumentPage } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { Asides, BlockView } from "./block-view";
import { PieceSources } from "./piece-sources";

/**
 * Somebody else's form, field by field in its order. Each value is picked whole by one click, or copied by its button.
 */
export function SheetView({ page }: { page: DocumentPage }) {
  const asides = page.body.blocks.filter(isAside);
  const rest = page.body.blocks.filter((block) => !isAside(block));
  return (
    <article className="paper" aria-labelledby="paper-title">
      <h2 id="paper-title">{page.body.title}</h2>
      {page.body.addressee.length > 0 ? <p className="paper__text">{page.body.addressee.join("\n")}</p> : null}
      <Asides blocks={asides} sources={page.sources} />
      {rest.map((block) => (
        <SheetPiece key={block.id} block={block} page={page} />
      ))}
    </article>
  );
}

function isAside(block: DocumentBlock): boolean {
  return block.kind === "notice" && block.inside === true;
}

function SheetPiece({ block, page }: { block: DocumentBlock; page: DocumentPage }) {
  if (block.kind === "field") return <SheetField block={block} sources={page.sources[block.id]} />;
  if (block.kind === "numbered" || block.kind === "paragraph")
    return <CopyBox what={t("this text")} text={block.text} />;
  if (block.kind === "prompt") {
    return block.text ? (
      <CopyBox what={t("this text")} text={block.text} />
    ) : (
      <Notice kind="warning" title={t("To be written")}>
        {block.asks}
      </Notice>
    );
  }
  return <BlockView block={block} sources={page.sources} />;
}

type FieldBlock = Extract<DocumentBlock, { kind: "field" }>;

function SheetField({ block, sources }: { block: FieldBlock; sources: DocumentPage["sources"][string] | undefined }) {
  return (
    <section className="stack stack--s" aria-label={block.label}>
      <p className="strong">{block.label}</p>
      <PieceSources sources={sources} />
      {block.hint ? <p className="small muted">{block.hint}</p> : null}
      {block.choices ? (
        <p className="small muted">{t("The form offers: {value}", { value: block.choices.join(" · ") })}</p>
      ) : null}
      {block.value ? (
        <CopyBox what={block.label} text={block.value} />
      ) : (
        <p>
          <mark>{t("Not filled in")}</mark>
        </p>
      )}
    </section>
  );
}

function CopyBox({ what, text }: { what: string; text: string }) {
  if (!text) return null;
  return (
    <div className="stack stack--s">
      <div className="paper__box">{text}</div>
      <div>
        <CopyButton text={text} what={what} />
      </div>
    </div>
  );
}

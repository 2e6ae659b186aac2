import { Disclosure } from "@/app/_ui/disclosure";
import { Notice } from "@/app/_ui/notice";
import { DataTable } from "@/app/_ui/table/data-table";
import type { DocumentBlock, DocumentPage } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { GapText } from "./gap-text";
import { PieceSources } from "./piece-sources";

/** A stand-alone block: a heading, a table, an oath, a notice. */
export function BlockView({ block, sources }: { block: DocumentBlock; sources: DocumentPage["sources"] }) {
  switch (block.kind) {
    case "heading":
      return <h3>{block.text}</h3>;
    case "paragraph":
      return (
        <div className="paper__text">
          <GapText text={block.text} />
          <PieceSources sources={sources[block.id]} />
        </div>
      );
    case "table":
      return <PaperTable caption={block.caption} head={block.head} rows={block.rows} />;
    case "annexures":
      return (
        <PaperTable
          caption={t("Annexures")}
          head={[t("Mark"), t("Exhibit"), t("What it is"), "SHA-256"]}
          rows={block.rows.map((row) => [row.mark, row.exhibit, row.description, row.sha256])}
        />
      );
    case "oath":
      return (
        <section className="stack" aria-label={block.heading}>
          <h3>{block.heading}</h3>
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <Blanks blanks={block.blanks} />
        </section>
      );
    case "signature":
      return (
        <section className="stack" aria-label={t("Signature: {who}", { who: block.who })}>
          <p>{block.who}</p>
          <Blanks blanks={block.blanks} />
        </section>
      );
    case "notice":
      if (block.inside) return <Asides blocks={[block]} sources={sources} />;
      return (
        <Notice title={t("Printed in a box")} icon="file-text">
          {block.text}
          <PieceSources sources={sources[block.id]} />
        </Notice>
      );
    default:
      return null;
  }
}

/** What only the drafter reads: several in a row are one notice. */
export function Asides({ blocks, sources }: { blocks: readonly DocumentBlock[]; sources: DocumentPage["sources"] }) {
  if (blocks.length === 0) return null;
  return (
    <Notice title={t("For you, not printed")} icon="eye">
      <ul className="stack stack--s">
        {blocks.map((block) =>
          block.kind === "notice" ? (
            <li key={block.id}>
              {block.text}
              <PieceSources sources={sources[block.id]} />
            </li>
          ) : null,
        )}
      </ul>
    </Notice>
  );
}

/** Lines for the pen: they stay empty on the screen too. */
function Blanks({ blanks }: { blanks: readonly string[] }) {
  return (
    <ul className="paper__blanks">
      {blanks.map((blank) => (
        <li key={blank}>{t("{blank} (by hand)", { blank })}</li>
      ))}
    </ul>
  );
}

function PaperTable({ caption, head, rows }: { caption: string; head: readonly string[]; rows: readonly string[][] }) {
  if (rows.length === 0) return <p>{t("{caption}: none recorded.", { caption })}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in it, and keys alone must reach that.
    <section className="tablewrap" aria-label={caption} tabIndex={0}>
      <DataTable
        caption={caption}
        captionClass="strong"
        rows={rows}
        keyOf={(row) => row.join("|")}
        layout="rows"
        columns={head.map((value, at) => ({
          head: value,
          className: (row: string[]) => (/^[0-9a-f]{64}$|^https?:\/\//.test(row[at] ?? "") ? "hash" : undefined),
          cell: (row: string[]) => row[at],
        }))}
      />
    </section>
  );
}

/** Lines of a form as names and values. */
export function FieldRows({ blocks }: { blocks: readonly DocumentBlock[] }) {
  return (
    <dl className="facts">
      {blocks.map((block) =>
        block.kind === "field" ? (
          <div key={block.id} className="facts__pair">
            <dt>{block.label}</dt>
            <dd className="paper__text">
              {block.value ? <GapText text={block.value} /> : <mark>{t("Not filled in")}</mark>}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** What is printed on a separate sheet and never served. Collapsed by default: somebody may look over a shoulder. */
export function ConfidentialSheet({ blocks }: { blocks: readonly DocumentBlock[] }) {
  const apart = blocks.filter((block) => block.kind === "field" && block.confidential);
  if (apart.length === 0) return null;
  return (
    <section className="paper__apart" aria-labelledby="paper-apart">
      <h3 id="paper-apart">{t("Confidential sheet: not to be served")}</h3>
      <Disclosure label={t("Show what is on it")}>
        <FieldRows blocks={apart} />
      </Disclosure>
    </section>
  );
}

import type { DocumentBlock, DocumentPage } from "@/lib/documents/papers/types";
import { Asides, BlockView, ConfidentialSheet, FieldRows } from "./block-view";
import { Points } from "./points";

type Group =
  | { kind: "points"; key: string; start: number; blocks: DocumentBlock[] }
  | { kind: "fields" | "asides"; key: string; blocks: DocumentBlock[] }
  | { kind: "one"; key: string; block: DocumentBlock };

/** The paper to read: the same words as the file, with headings, lists and tables that a screen reader can walk. */
export function PaperView({ page }: { page: DocumentPage }) {
  const { body, sources } = page;
  const open = body.blocks.filter((block) => block.kind !== "field" || !block.confidential);
  return (
    <article className="paper" aria-labelledby="paper-title">
      {body.addressee.length > 0 ? <address className="paper__text">{body.addressee.join("\n")}</address> : null}
      <h2 id="paper-title">{body.title}</h2>
      {groupsOf(open).map((group) => {
        if (group.kind === "points")
          return <Points key={group.key} blocks={group.blocks} start={group.start} sources={sources} />;
        if (group.kind === "fields") return <FieldRows key={group.key} blocks={group.blocks} />;
        if (group.kind === "asides") return <Asides key={group.key} blocks={group.blocks} sources={sources} />;
        return group.kind === "one" ? <BlockView key={group.key} block={group.block} sources={sources} /> : null;
      })}
      <ConfidentialSheet blocks={body.blocks} />
    </article>
  );
}

/** Numbered paragraphs that follow one another are one list, lines of a form one set. */
function groupsOf(blocks: readonly DocumentBlock[]): Group[] {
  const groups: Group[] = [];
  let number = 0;
  for (const block of blocks) {
    const last = groups.at(-1);
    const kind = kindOf(block);
    if (kind === "points") number += 1;
    if (kind === "one") groups.push({ kind, key: block.id, block });
    else if (last && last.kind !== "one" && last.kind === kind) last.blocks.push(block);
    else if (kind === "points") groups.push({ kind, key: block.id, start: number, blocks: [block] });
    else groups.push({ kind, key: block.id, blocks: [block] });
  }
  return groups;
}

function kindOf(block: DocumentBlock): Group["kind"] {
  if (block.kind === "numbered" || block.kind === "prompt") return "points";
  if (block.kind === "notice" && block.inside) return "asides";
  return block.kind === "field" ? "fields" : "one";
}

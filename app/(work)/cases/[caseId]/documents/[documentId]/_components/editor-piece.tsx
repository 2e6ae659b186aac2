"use client";

import { Button } from "@/app/_ui/button";
import { Select } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { rich } from "@/app/_ui/rich";
import type { WordedBlock } from "@/lib/documents/papers/types";
import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { SourceLine } from "../../_components/template-sources";

type Props = { block: WordedBlock; name: string; sources: readonly LegalSource[] };

/** One piece of the paper: its words, what it asks for and by whose rule, and what can be done with it. */
export function EditorPiece({ block, name, sources }: Props) {
  const must = "must" in block ? block.must : null;
  const read = [...(must ? [must.source] : []), ...sources.filter((source) => source.text !== must?.source.text)];
  return (
    <div className="piece" id={`piece-${block.id}`}>
      <Words block={block} name={name} />
      {must ? (
        <p className="small strong">{t("Needed before the document is final: {element}", { element: must.element })}</p>
      ) : null}
      {read.map((source) => (
        <p key={`${source.text}${source.source}`} className="small">
          <SourceLine source={source} />
        </p>
      ))}
      <Acts block={block} name={name} mayGo={!must} />
    </div>
  );
}

function Words({ block, name }: { block: WordedBlock; name: string }) {
  const field = `text.${block.id}`;
  if (block.kind === "heading") return <TextField name={field} label={name} defaultValue={block.text} />;
  if (block.kind === "field") return <FieldWords block={block} />;
  const hint = block.kind === "prompt" ? block.asks : undefined;
  return <TextArea name={field} label={name} hint={hint} rows={rowsFor(block.text)} defaultValue={block.text} />;
}

function FieldWords({ block }: { block: Extract<WordedBlock, { kind: "field" }> }) {
  const field = `text.${block.id}`;
  const label = block.confidential ? t("{label}, on the confidential sheet", { label: block.label }) : block.label;
  const common = { name: field, label, hint: block.hint ?? undefined, defaultValue: block.value };
  if (block.choices) {
    const all = block.choices.includes(block.value) || !block.value ? block.choices : [block.value, ...block.choices];
    return (
      <Select {...common} options={all.map((value) => ({ value: value, label: value }))} blank={t("Nothing chosen")} />
    );
  }
  if (block.value.length > 90 || block.value.includes("\n"))
    return <TextArea {...common} rows={rowsFor(block.value)} />;
  return <TextField {...common} />;
}

function Acts({ block, name, mayGo }: { block: WordedBlock; name: string; mayGo: boolean }) {
  const grows = block.kind === "paragraph" || block.kind === "numbered" || block.kind === "prompt";
  return (
    <div className="row">
      {grows ? (
        <Button type="submit" small variant="quiet" icon="plus" name="intent" value={`add:${block.id}`}>
          {rich("Add a paragraph below<span> {name}</span>", {
            name,
            span: (words) => <span className="vh">{words}</span>,
          })}
        </Button>
      ) : null}
      {mayGo ? (
        <Button type="submit" small variant="quiet" icon="trash-2" name="intent" value={`remove:${block.id}`}>
          {rich("Take out<span> {name}</span>", { name, span: (words) => <span className="vh">{words}</span> })}
        </Button>
      ) : null}
    </div>
  );
}

const rowsFor = (text: string) =>
  Math.min(18, Math.max(3, Math.ceil(text.length / 85) + (text.match(/\n/g)?.length ?? 0)));

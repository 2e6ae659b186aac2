"use client";

import { useEffect, useRef } from "react";
import { Radios } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import type { Clash, ClashBlock } from "@/lib/documents/papers/types";
import { formatInstant } from "@/lib/platform/text/format";

/**
 * Two people edited the same document. Both versions are shown side by side; nothing is kept or dropped without a
 * choice.
 */
export function ClashView({ clash, zone }: { clash: Clash; zone: string }) {
  const top = useRef<HTMLElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <section ref={top} tabIndex={-1} className="stack stack--l clash" aria-labelledby="clash-title">
      <Notice
        kind="warning"
        title={<span id="clash-title">Somebody saved this paper while you had it open. Nothing is lost.</span>}
        live
      >
        {clash.savedBy} saved version {clash.version}, {formatInstant(clash.savedAt, zone)}. Choose for each piece
        below, then save. Pieces that are the same in both are not shown.
      </Notice>
      {clash.blocks.length === 0 ? <p>Both wordings are the same. Save to go on.</p> : null}
      {clash.blocks.map((block) => (
        <ClashPiece key={block.id} block={block} />
      ))}
    </section>
  );
}

const changeWords: Record<ClashBlock["changed"], string> = {
  mine: "Only you changed it.",
  theirs: "Only the other person changed it.",
  both: "Both of you changed it.",
};

function ClashPiece({ block }: { block: ClashBlock }) {
  return (
    <div className="piece">
      <h3>{block.what}</h3>
      <p className="muted">{changeWords[block.changed]}</p>
      <div className="wordings">
        <Wording title="Yours" text={block.mine} />
        <Wording title="Theirs" text={block.theirs} />
      </div>
      <Radios
        name={`pick.${block.id}`}
        label={`Which words for ${block.what}?`}
        options={[
          { value: "mine", label: "Keep mine, or edit it here below" },
          { value: "theirs", label: "Take theirs" },
        ]}
        defaultValue={block.changed === "theirs" ? "theirs" : "mine"}
      />
      <TextArea
        name={`text.${block.id}`}
        id={`clash-${block.id}`}
        label="Edit"
        rows={rowsFor(block.mine)}
        defaultValue={block.mine}
      />
    </div>
  );
}

function Wording({ title, text }: { title: string; text: string }) {
  return (
    <div className="stack stack--s">
      <span className="strong">{title}</span>
      <div className="wording">{text || <span className="muted">Empty</span>}</div>
    </div>
  );
}

const rowsFor = (text: string) => Math.min(14, Math.max(2, Math.ceil(text.length / 80)));

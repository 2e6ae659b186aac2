"use client";

import { useEffect, useRef } from "react";
import { Radios } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import type { Clash, ClashBlock } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
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
        title={
          <span id="clash-title">{t("Somebody saved this document while you had it open. Nothing is lost.")}</span>
        }
        live
      >
        {t(
          "{savedBy} saved version {version}, {savedAt}. Choose for each piece below, then save. Pieces that are the same in both are not shown.",
          { savedBy: clash.savedBy, version: clash.version, savedAt: formatInstant(clash.savedAt, zone) },
        )}
      </Notice>
      {clash.blocks.length === 0 ? <p>{t("Both wordings are the same. Save to go on.")}</p> : null}
      {clash.blocks.map((block) => (
        <ClashPiece key={block.id} block={block} />
      ))}
    </section>
  );
}

const changeWords: Record<ClashBlock["changed"], string> = {
  mine: t("Only you changed it."),
  theirs: t("Only the other person changed it."),
  both: t("Both of you changed it."),
};

function ClashPiece({ block }: { block: ClashBlock }) {
  return (
    <div className="piece">
      <h3>{block.what}</h3>
      <p className="muted">{changeWords[block.changed]}</p>
      <div className="wordings">
        <Wording title={t("Yours")} text={block.mine} />
        <Wording title={t("Theirs")} text={block.theirs} />
      </div>
      <Radios
        name={`pick.${block.id}`}
        label={t("Which words for {what}?", { what: block.what })}
        options={[
          { value: "mine", label: t("Keep mine, or edit it here below") },
          { value: "theirs", label: t("Take theirs") },
        ]}
        defaultValue={block.changed === "theirs" ? "theirs" : "mine"}
      />
      <TextArea
        name={`text.${block.id}`}
        id={`clash-${block.id}`}
        label={t("Edit")}
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
      <div className="wording">{text || <span className="muted">{t("Empty")}</span>}</div>
    </div>
  );
}

const rowsFor = (text: string) => Math.min(14, Math.max(2, Math.ceil(text.length / 80)));

"use client";

import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { timeCode } from "@/lib/evidence/recordings/rules";
import { inaudible } from "@/lib/evidence/transcripts/rules";
import { t } from "@/lib/platform/language/translate";
import { playerId } from "../../../_components/recording-player";

/** Buttons that type for somebody who listens: shown only where they work. @param field the id of the text box */
export function TimeButtons({ field }: { field: string }) {
  const [works, setWorks] = useState(false);
  useEffect(() => setWorks(true), []);
  if (!works) return null;
  return (
    <div className="row noprint">
      <Button small icon="clock" onClick={() => type(field, beginLine)}>
        {t("Begin a line at the current time")}
      </Button>
      <Button small icon="plus" onClick={() => type(field, () => inaudible)}>
        {inaudible}
      </Button>
      <Button small icon="undo-2" onClick={() => player()?.fastBack()}>
        {t("Back 5 seconds")}
      </Button>
    </div>
  );
}

/** On a line of its own; who speaks is the one who spoke before. */
function beginLine(before: string): string {
  const last = before.trimEnd().split("\n").at(-1) ?? "";
  const speaker = last.split("|")[1]?.trim() ?? "";
  const fresh = before === "" || before.endsWith("\n") ? "" : "\n";
  return `${fresh}${timeCode((player()?.media.currentTime ?? 0) * 1000)} | ${speaker === "" ? "" : `${speaker} | `}`;
}

function player() {
  const media = document.getElementById(playerId);
  if (!(media instanceof HTMLMediaElement)) return null;
  const fastBack = () => {
    media.currentTime = Math.max(0, media.currentTime - 5);
  };
  return { media, fastBack };
}

function type(field: string, words: (before: string) => string): void {
  const box = document.getElementById(field);
  if (!(box instanceof HTMLTextAreaElement)) return;
  const at = box.selectionStart;
  box.setRangeText(words(box.value.slice(0, at)), at, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}

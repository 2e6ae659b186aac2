"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { t } from "@/lib/platform/language/translate";
import { WordLines } from "./word-lines";

type Words = { lines: string[]; cut: boolean };

type Props = {
  exhibitId: string;
  /** An earlier reading; the newest when left out. */
  version?: number;
  /** What a machine read in its pictures. */
  pictures?: boolean;
};

/** The words stay on the server until somebody asks for them; folding them again forgets them. */
export function FoldedWords({ exhibitId, version, pictures = false }: Props) {
  const [words, setWords] = useState<Words | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function read() {
    if (busy) return;
    if (words) return setWords(null);
    setBusy(true);
    setTrouble(null);
    const answer = await askFor(
      exhibitId,
      pictures ? "?of=pictures" : version === undefined ? "" : `?version=${version}`,
    );
    setBusy(false);
    if ("lines" in answer) setWords(answer);
    else setTrouble(answer.error);
  }

  return (
    <>
      <Button icon={words ? "eye-off" : "eye"} aria-expanded={words !== null} aria-disabled={busy} onClick={read}>
        {words ? t("Hide the words") : busy ? t("Opening") : t("Read the words")}
      </Button>
      {trouble ? <p role="alert">{trouble}</p> : null}
      {words ? <WordLines {...words} /> : null}
    </>
  );
}

async function askFor(exhibitId: string, which: string): Promise<Words | { error: string }> {
  try {
    const response = await fetch(`/api/evidence/${exhibitId}/words${which}`, { method: "POST" });
    const body = (await response.json()) as Words & { error?: string };
    return response.ok ? body : { error: body.error ?? t("The words could not be read.") };
  } catch {
    return { error: t("The connection was lost. Try again.") };
  }
}

"use client";

import { useEffect, useRef, useState } from "react";
import { t } from "@/lib/platform/language/translate";

/** After this long out of view a picture is discarded, and the next view is a new ledger line. */
const forgetAfterMs = 60_000;

/** Which picture: a page of an exhibit from 1, or of a masked copy of it. */
export type Asked = { exhibitId: string; page: number; copyId?: string | undefined };

const lost = t("The connection was lost. Try again.");
const none = t("There is no picture of this file. Download it instead.");

/** One revealed picture at a time, as a blob of our own origin. Nothing is fetched before `fetchPicture`. */
export function usePicture({ exhibitId, page, copyId }: Asked) {
  const [picture, setPicture] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef<{ url: string; of: string } | null>(null);
  const asking = useRef<string | null>(null);
  const of = `${exhibitId} ${page} ${copyId ?? ""}`;
  const wanted = useRef(of);
  wanted.current = of;

  function keep(url: string | null) {
    if (held.current) URL.revokeObjectURL(held.current.url);
    held.current = url ? { url, of } : null;
    setPicture(url);
  }

  // Another page is another picture: the one before is forgotten, and a late answer for it is dropped.
  useEffect(() => {
    setTrouble(null);
    return () => {
      clearTimeout(timer.current);
      if (held.current) URL.revokeObjectURL(held.current.url);
      held.current = null;
      setPicture(null);
    };
  }, [of]);

  async function fetchPicture() {
    clearTimeout(timer.current);
    if (held.current?.of === of || asking.current === of) return;
    asking.current = of;
    setTrouble(null);
    const answer = await askFor({ exhibitId, page, copyId });
    if (asking.current === of) asking.current = null;
    if (wanted.current !== of) return;
    if (answer.picture) keep(URL.createObjectURL(answer.picture));
    else setTrouble(answer.trouble);
  }

  function forgetSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep(null), forgetAfterMs);
  }

  return { picture, trouble, fetchPicture, forgetSoon, forget: () => keep(null) };
}

type Answer = { picture: Blob; trouble?: undefined } | { picture?: undefined; trouble: string };

async function askFor({ exhibitId, page, copyId }: Asked): Promise<Answer> {
  const search = new URLSearchParams({ page: String(page), ...(copyId ? { copy: copyId } : {}) });
  try {
    const response = await fetch(`/api/evidence/${exhibitId}/preview?${search}`, { method: "POST" });
    if (response.ok) return { picture: await response.blob() };
    const { error } = (await response.json().catch(() => ({}))) as { error?: string };
    return { trouble: error ?? none };
  } catch {
    return { trouble: lost };
  }
}

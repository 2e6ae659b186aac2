"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { ExhibitGap } from "@/lib/evidence/exhibits/types";
import type { CaptureOptions } from "./capture-fields";

export type OpenGap = { exhibitId: string; gap: ExhibitGap };

export type Filler = { options: CaptureOptions; open: OpenGap | null; setOpen: (open: OpenGap | null) => void };

const FillerContext = createContext<Filler | null>(null);

/** Null where gaps are not filled in place, as on the page of an exhibit. */
export const useGapFiller = (): Filler | null => useContext(FillerContext);

/** The list of exhibits, in which one gap at a time is open to be filled in. */
export function GapFiller({ options, children }: { options: CaptureOptions; children: ReactNode }) {
  const [open, setOpen] = useState<OpenGap | null>(null);
  return <FillerContext value={{ options, open, setOpen }}>{children}</FillerContext>;
}

/** The gap behind this one, in the order of the page; null behind the last. */
export function nextGap({ exhibitId, gap }: OpenGap): OpenGap | null {
  const all = [...document.querySelectorAll<HTMLElement>("[data-gap]")].map(({ dataset }) => dataset.gap ?? "");
  const next = all[all.indexOf(`${exhibitId} ${gap}`) + 1];
  const [nextId, name] = next?.split(" ") ?? [];
  return nextId && name ? { exhibitId: nextId, gap: name as ExhibitGap } : null;
}

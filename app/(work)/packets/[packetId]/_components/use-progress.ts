"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { BuildProgress } from "@/lib/packets/packets/types";

const everyMs = 1000;

/** Asks once a second while it is being built, and loads the page again when that ends. */
export function useProgress(packetId: string, first: BuildProgress): BuildProgress {
  const router = useRouter();
  const [progress, setProgress] = useState(first);
  useEffect(() => setProgress(first), [first]);
  useEffect(() => {
    if (progress.status !== "building") return;
    const timer = setTimeout(async () => {
      const fresh = await askProgress(packetId);
      if (fresh && fresh.status !== "building") router.refresh();
      setProgress((known) => fresh ?? { ...known });
    }, everyMs);
    return () => clearTimeout(timer);
  }, [packetId, progress, router]);
  return progress;
}

/** Null when the line is down for a moment: the next try asks again. */
async function askProgress(packetId: string): Promise<BuildProgress | null> {
  try {
    const answer = await fetch(`/api/packets/${packetId}/progress`);
    return answer.ok ? ((await answer.json()) as BuildProgress) : null;
  } catch {
    return null;
  }
}

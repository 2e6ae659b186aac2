"use client";

import { useCallback, useEffect, useState } from "react";

/**
 * A part of the page that is fetched when it is first wanted, so that the page itself comes sooner. Where it does not
 * come, `failed` says so, and `ask` tries again.
 * @param load fetches its module and gives its one export; the same function each time
 * @param wanted false until it is
 */
export function useLater<Part>(load: () => Promise<Part>, wanted: boolean) {
  const [part, setPart] = useState<{ it: Part } | null>(null);
  const [failed, setFailed] = useState(false);

  const ask = useCallback(async (): Promise<Part | null> => {
    setFailed(false);
    try {
      const it = await load();
      setPart({ it });
      return it;
    } catch {
      setFailed(true);
      return null;
    }
  }, [load]);

  useEffect(() => {
    if (wanted && part === null) void ask();
  }, [wanted, part, ask]);

  return { part: part?.it ?? null, failed, ask };
}

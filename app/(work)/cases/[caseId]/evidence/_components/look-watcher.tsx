"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 1_500;
const times = 40;

/** While a file is still being processed, polls the server, for at most a minute. */
export function LookWatcher({ waiting }: { waiting: number }) {
  const router = useRouter();
  useEffect(() => {
    if (waiting === 0) return;
    let left = times;
    const timer = setInterval(() => {
      left -= 1;
      if (left < 0) clearInterval(timer);
      else router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [waiting, router]);
  return null;
}

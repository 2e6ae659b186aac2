"use client";

import { useEffect, useRef } from "react";

/** On a phone the picked exhibit stands below the list: it is brought into sight. Beside the list it is there already. */
export function ScrollToPicked({ exhibit }: { exhibit: string }) {
  const shown = useRef(exhibit);
  useEffect(() => {
    if (shown.current === exhibit) return;
    shown.current = exhibit;
    if (matchMedia("(max-width: 63.99rem)").matches) document.getElementById("picked")?.scrollIntoView();
  }, [exhibit]);
  return null;
}

"use client";

import { usePathname } from "next/navigation";
import { useEffect, useLayoutEffect, useRef } from "react";

/**
 * Shows each new page from its top. Next scrolls to the first part that changed, and takes the navigation of a case in
 * the side bar for it: that is in view already, so the page would stay where the last one was scrolled to. Going back or
 * forward, and an address that names a part, keep their place.
 */
export function PageTop() {
  const path = usePathname();
  const shown = useRef(path);
  const wentBackTo = useRef<string | null>(null);
  useEffect(() => {
    const note = () => {
      wentBackTo.current = window.location.pathname;
    };
    window.addEventListener("popstate", note);
    return () => window.removeEventListener("popstate", note);
  }, []);
  useLayoutEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    const wentBack = wentBackTo.current === path;
    wentBackTo.current = null;
    if (!wentBack && window.location.hash === "") window.scrollTo({ top: 0, behavior: "instant" });
  }, [path]);
  return null;
}

"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "@/app/_ui/notice";

/** Says on the page of a new case what was done, and begins at its top: the form before was longer than this page. */
export function OpenedNotice({ title, children }: { title: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} tabIndex={-1} role="status">
      <Notice kind="done" icon="check" title={title}>
        {children}
      </Notice>
    </div>
  );
}

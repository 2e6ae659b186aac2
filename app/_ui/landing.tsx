"use client";

import { type ReactNode, useEffect, useRef } from "react";

type Props = { id: string; label: string; className?: string; children: ReactNode };

/** A part that a link leads to. It takes focus when it appears, so that a screen reader goes on there and not at the top. */
export function Landing({ id, label, className, children }: Props) {
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    if (window.location.hash === `#${id}`) part.current?.focus({ preventScroll: true });
  }, [id]);
  return (
    <section ref={part} id={id} tabIndex={-1} aria-label={label} className={className}>
      {children}
    </section>
  );
}

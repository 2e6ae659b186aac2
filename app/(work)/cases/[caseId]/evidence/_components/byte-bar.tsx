"use client";

import { Chip, type ChipKind } from "@/app/_ui/chip";

type Props = { done: number; of: number; words: string; chip?: ChipKind };

/** A count of bytes with its bar; a bar that is an SVG, because inline style is blocked by policy. */
export function ByteBar({ done, of, words, chip }: Props) {
  const now = Math.min(done, of);
  return (
    <div className="progress">
      {chip ? (
        <div className="row">
          <Chip kind={chip}>{words}</Chip>
        </div>
      ) : (
        <span className="small muted">{words}</span>
      )}
      <div
        className="progress__bar"
        role="progressbar"
        aria-label={words}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={now}
        aria-valuetext={words}
      >
        <svg viewBox={`0 0 ${Math.max(of, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
          <rect width={now} height="1" />
        </svg>
      </div>
    </div>
  );
}

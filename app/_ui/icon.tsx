/// <reference types="next/image-types/global" />
import { classes } from "./classes";
import type { IconName } from "./icon-names";
import sprite from "./sprite.svg";

/** The sprite is one cached file of ours, so that a table of icons costs a few bytes for each row. */
const address: string = typeof sprite === "string" ? sprite : sprite.src;

/** An icon next to a word. Give `label` only if there is no word. */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  const named = classes("icon", className);
  const use = <use href={`${address}#${name}`} />;
  if (!label) {
    return (
      <svg className={named} aria-hidden="true" focusable="false">
        {use}
      </svg>
    );
  }
  return (
    <svg className={named} role="img" aria-label={label}>
      {use}
    </svg>
  );
}

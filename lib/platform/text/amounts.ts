import { formatNumber } from "../language/formats";
import { pluralMessage } from "../language/plural-message";
import { piecesOf } from "../language/translate";

/** `1 532` bytes as `1.5 kB`; units of 1 000, one decimal under ten. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const rounded = unit === 0 || value >= 9.95 ? Math.round(value) : Number(value.toFixed(1));
  return `${formatNumber(rounded)} ${units[unit]}`;
}

/** A count that is not counted past its cap: `47`, `1,000`, `1,000+`. */
export function formatCount(count: number, cap?: number): string {
  return cap !== undefined && count > cap ? `${formatNumber(cap)}+` : formatNumber(count);
}

/** `1 exhibit`, `2 exhibits`. Literals, so that `npm run messages` finds them. */
export function plural(count: number, singular: string, many = `${singular}s`): string {
  return piecesOf(pluralMessage(singular, many), { count }).join("");
}

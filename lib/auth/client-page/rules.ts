/** Eight digits from at least four random bytes: `40271936`. Told in person, so digits alone. */
export function pinFrom(random: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0] = random;
  return String((((a << 24) >>> 0) + (b << 16) + (c << 8) + d) % 100_000_000).padStart(8, "0");
}

/** As read out: `4027 1936`. */
export const spokenPin = (pin: string): string => pin.replace(/(.{4})(?=.)/g, "$1 ");

/** Normalises what was typed; null for text that can be no PIN, which is not counted as a try. */
export function readPin(typed: string): string | null {
  const digits = typed.replace(/[\s.-]/g, "");
  return /^\d{8}$/.test(digits) ? digits : null;
}

/**
 * Wrong PINs of one network at one link: five, then one in ten minutes. Of all networks together: a hundred, then one in
 * fifteen minutes, so that of 100 million PINs fewer than 9,000 are tried in the 90 days of a link. Our own defaults, kind D.
 */
export const pinBudgets = {
  network: { burst: 5, perSecond: 1 / 600 },
  all: { burst: 100, perSecond: 1 / 900 },
} as const;

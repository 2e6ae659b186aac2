import type { Law } from "@/lib/law/jurisdictions/rules";
import { quoted, squeeze, tidy } from "@/lib/platform/text/text";

type Name = { key: string; name: string; pattern: RegExp };

const known = new WeakMap<Law["platforms"], Name[]>();

/** The names under which the law's platforms are spoken of. One letter counts only as a capital on its own. */
function namesOf(law: Law): Name[] {
  const made =
    known.get(law.platforms) ??
    law.platforms
      .filter((platform) => platform.key !== "other" && platform.key !== "host")
      .flatMap((platform) =>
        platform.name.split(/ and | or /).map((name) => ({
          key: platform.key,
          name,
          pattern: new RegExp(`(?<![\\p{L}\\p{N}.@/])${quoted(name)}(?![\\p{L}\\p{N}])`, name.length > 2 ? "iu" : "u"),
        })),
      );
  known.set(law.platforms, made);
  return made;
}

/** The platform named in a text; null for none or several. */
export function platformIn(text: string, law: Law): string | null {
  const found = namesOf(law).filter((label) => label.pattern.test(text));
  const keys = new Set(found.map((label) => label.key));
  return keys.size === 1 ? (found[0]?.name ?? null) : null;
}

/**
 * Every spelling under which a platform of the law is known, by its letters and figures alone, each once. For the database,
 * which names platforms as platformOf does.
 */
export function platformSpellings(law: Law): { key: string; name: string }[] {
  const all = [...namesOf(law), ...law.platforms, ...law.platforms.map(({ key }) => ({ key, name: key }))];
  return [...new Map(all.map(({ key, name }) => [squeeze(name).toLowerCase(), key])).entries()].map(([name, key]) => ({
    key,
    name,
  }));
}

/** How two spellings of one issuer meet: a platform by its key, any other body by its letters. */
export function issuerKey(issuer: string | null, law: Law): string | null {
  const text = tidy(issuer ?? "");
  if (!text) return null;
  const whole = namesOf(law).find((label) => label.name.toLowerCase() === text.toLowerCase() || label.key === text);
  return whole ? whole.key.toUpperCase() : squeeze(text) || null;
}

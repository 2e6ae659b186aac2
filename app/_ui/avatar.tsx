/** Two initials. The full name is always shown next to it. */
export function Avatar({ name }: { name: string }) {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map((word) => Array.from(word ?? "")[0] ?? "").join("");
  return (
    <span className="avatar" aria-hidden="true">
      {letters.toUpperCase()}
    </span>
  );
}

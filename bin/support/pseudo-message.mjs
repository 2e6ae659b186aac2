import { parseMessage } from "../../lib/platform/language/parse-message.ts";

const plain = "aeiouncyAEIOUNC";
const accented = "áéíóúñçýÁÉÍÓÚÑÇ";
const withAccents = (text) => text.replace(/[aeiouncy]/gi, (letter) => accented[plain.indexOf(letter)] ?? letter);

/** Two fifths more, in words as long as others. */
function padded(text) {
  const words = text.trim();
  const filler = words.includes(" ") ? " lángér wóórdé" : "wóórdé";
  const wanted = Math.ceil(words.length * 0.4);
  return text.replace(words, () => `${words}${filler.repeat(wanted).slice(0, wanted).trimEnd()}`);
}

function written(parts) {
  return parts
    .map((part) => {
      if (typeof part === "string") return padded(withAccents(part));
      if (part.type === "#") return "#";
      if (part.type === "tag") return `<${part.name}>${written(part.inside)}</${part.name}>`;
      if (part.type === "value") return `{${part.name}}`;
      const options = [...part.options].map(([key, inside]) => `${key} {${written(inside)}}`);
      return `{${part.name}, ${part.type}, ${options.join(" ")}}`;
    })
    .join("");
}

/**
 * English with accents, two fifths longer and in brackets: what stands without them on a screen does not go through the
 * catalogue, and what is cut off has no room for another language.
 */
export function pseudoMessage(message) {
  const text = written(parseMessage(message));
  return text.replace(text.trim(), (words) => `⟦${words}⟧`);
}

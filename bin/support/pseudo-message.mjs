import { IntlMessageFormat } from "intl-messageformat";

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

function written(elements) {
  return elements
    .map((element) => {
      if (element.type === 0) return padded(withAccents(element.value));
      if (element.type === 7) return "#";
      if (element.type === 8) return `<${element.value}>${written(element.children)}</${element.value}>`;
      if (!element.options) return `{${element.value}}`;
      const kind = element.type === 5 ? "select" : "plural";
      const options = Object.entries(element.options).map(([key, { value }]) => `${key} {${written(value)}}`);
      return `{${element.value}, ${kind}, ${options.join(" ")}}`;
    })
    .join("");
}

/**
 * English with accents, two fifths longer and in brackets: what stands without them on a screen does not go through the
 * catalogue, and what is cut off has no room for another language.
 */
export function pseudoMessage(message) {
  const text = written(new IntlMessageFormat(message, "en").getAst());
  return text.replace(text.trim(), (words) => `⟦${words}⟧`);
}

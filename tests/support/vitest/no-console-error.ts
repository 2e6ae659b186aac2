import { afterEach } from "vitest";

const said: string[] = [];
const print = console.error;

console.error = (...words: unknown[]) => {
  said.push(words.map(String).join(" "));
  print(...words);
};

afterEach(() => {
  const heard = said.splice(0);
  if (heard.length > 0) throw new Error(`console.error was called: ${heard.join("; ")}`);
});

import { afterEach } from "vitest";

const messages: string[] = [];
const print = console.error;

console.error = (...words: unknown[]) => {
  messages.push(words.map(String).join(" "));
  print(...words);
};

afterEach(() => {
  const heard = messages.splice(0);
  if (heard.length > 0) throw new Error(`console.error was called: ${heard.join("; ")}`);
});

/**
 * How people tell somebody to stop, in English and Afrikaans. Our own default, kind D: it finds the line, and a person reads
 * it. Languages that nobody here has checked are left out.
 */
const phrases = [
  /(^|[.!?,] )stop\b/,
  /\b(please|just|to|must|now) stop\b/,
  /\bstop (it|this|that|now|please|writing|texting|messaging|calling|phoning|contacting|following|threatening)\b/,
  /\bleave me alone\b/,
  /\b(do not|don't|dont|never) (write|text|message|call|phone|contact|talk|speak)\b/,
  /\b(do not|don't|dont) want (you|to hear)\b/,
  /\bno more (messages|calls)\b/,
  /\bhou op\b/,
  /\blos my( uit)?\b/,
  /\bmoenie (vir my |my )?(skryf|bel|kontak|praat)/,
];

/** Whether words of the client may tell the sender to stop. */
export function tellsToStop(words: string): boolean {
  const plain = words.toLowerCase().replaceAll("’", "'");
  return phrases.some((phrase) => phrase.test(plain));
}

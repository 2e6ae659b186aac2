import words from "../release/words/first-pair.json";

/** What a packet was about before packets named their pair: releases until then had one direction. */
export const firstPair: { pair: string; home: string; there: string } = {
  pair: words.pair,
  home: words.home,
  there: words.there,
};

import words from "../release/words/first-pair.json";

/** The pair of packets from before packets named their pair: releases until then had one direction. */
export const firstPair: { pair: string; home: string; there: string } = {
  pair: words.pair,
  home: words.home,
  there: words.there,
};

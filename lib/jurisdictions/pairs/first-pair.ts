/** What a packet was about before packets named their pair: releases until then had one direction. */
export const firstPair = {
  pair: "ZA-US",
  home: "South Africa",
  there: "United States",
} as const;

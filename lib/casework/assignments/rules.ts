/** So many cases are given in one go. */
export const mostCases = 500;

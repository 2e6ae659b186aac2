/** So many cases are given in one go. */
export const mostCases = 500;

/** Nobody's open cases are counted past this. */
export const loadCap = 100;

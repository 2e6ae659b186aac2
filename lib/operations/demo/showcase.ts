/** The pseudonym of the case in which the demonstration shows most. */
export const showcase = "Honeybush";

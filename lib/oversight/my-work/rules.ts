/** Days without activity after which an open case counts as stalled: our own, as in Reports. */
export const stalledDays = 30;

/** Days after which a case that nobody looked through is asked about on the Team page: our own. */
export const reviewDays = 30;

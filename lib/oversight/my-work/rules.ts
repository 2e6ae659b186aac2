/** Days without activity after which an open case counts as stalled: our own, as in Reports. */
export const stalledDays = 30;

/** Days after which the Team page lists a case as not reviewed: our own default. */
export const reviewDays = 30;

/** Nothing is counted further: `99+`. */
export const cap = 100;

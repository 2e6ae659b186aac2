/** So many files can be announced by one request. */
export const mostAnnounced = 50;

/** A form is a few pages; a longer file is a guide, or something else. */
export const mostPages = 40;

/** In bytes. */
export const mostFormBytes = 10 * 1024 * 1024;

/** Rows on one page of a list. */
export const pageSize = 50;

/** One page of a list: what it shows, which one it is and how many rows there are in all. */
export type Paged<T> = { rows: T[]; page: number; total: number };

/** The page that an address asks for; anything but a whole number from 1 on is the first. */
export function readPage(asked: unknown): number {
  const page = typeof asked === "string" && /^\d{1,6}$/.test(asked) ? Number(asked) : 1;
  return Math.max(1, page);
}

export const lastPage = (total: number, size = pageSize): number => Math.max(1, Math.ceil(total / size));

/**
 * The slice for a page of the list; a number past the end gives the last page, so that an old URL still shows
 * something.
 */
export function sliceOf(asked: number, total: number, size = pageSize) {
  const page = Math.min(Math.max(1, asked), lastPage(total, size));
  return { page, offset: (page - 1) * size, limit: size };
}

/** The page that the row at this place is on, counted from 0. */
export const pageHolding = (place: number): number => Math.floor(place / pageSize) + 1;

type PageOf<T> = {
  size?: number;
  /** The row that a URL asks for: its page is shown. */
  holds?: (row: T) => boolean;
};

/** One page of a list that was read whole. */
export function pageOf<T>(all: readonly T[], asked: number, { size = pageSize, holds }: PageOf<T> = {}): Paged<T> {
  const place = holds ? all.findIndex(holds) : -1;
  const { page, offset } = sliceOf(place < 0 ? asked : Math.floor(place / size) + 1, all.length, size);
  return { rows: all.slice(offset, offset + size), page, total: all.length };
}

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The record that an address names; undefined for what is no id. */
export const readId = (asked: unknown): string | undefined =>
  typeof asked === "string" && id.test(asked) ? asked : undefined;

/** An address with its query; what is empty, and the first page, is left out. */
export function withQuery(path: string, asked: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== "" && !(name === "page" && value === 1)) query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The form of details on the page of an exhibit, whose fields are linked to from the list. */
export const detailPrefix = "detail";

/** The id of a field in that form. */
export const detailId = (name: string): string => `${detailPrefix}-${name}`;

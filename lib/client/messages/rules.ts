/** The place of what somebody wrote, under the key of the page. */
export const wordsPlace = (id: string) => ({ table: "client_messages", column: "words", row: id });

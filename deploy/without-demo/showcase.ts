/** There is no case of a demonstration: `npm run packet` asks for a code. */
export const showcase = "";

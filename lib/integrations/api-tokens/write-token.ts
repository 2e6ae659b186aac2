/** As it is shown once: the prefix lets a scanner of repositories recognise a token that was committed. */
export const writeToken = (token: Buffer): string => `cdt_${token.toString("base64url")}`;

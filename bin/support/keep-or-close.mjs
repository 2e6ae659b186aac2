/**
 * The header by which an answer without a look at the body ends the connection, or keeps it. A small body is read to its end,
 * so that the sender gets the answer and goes on with the same connection: a busy server accepts one new connection for each
 * turn of its loop, so closing them would make everybody wait in line to connect. After a large body the connection is closed.
 */
export function keepOrClose({ headers }) {
  const isSmall = !headers["transfer-encoding"] && Number(headers["content-length"] ?? 0) <= 65_536;
  return isSmall ? {} : { connection: "close" };
}

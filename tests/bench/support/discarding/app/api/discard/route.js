/** The least a route can do with a body: read it to its end and keep nothing. */
export async function PUT(request) {
  let size = 0;
  for await (const chunk of request.body) size += chunk.byteLength;
  return Response.json({ size });
}

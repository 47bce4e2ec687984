/** The answer that a page can read as data, also where the refusal comes before any procedure. */
export function refusal(code: string, httpStatus: number, headers: Record<string, string> = {}): Response {
  return Response.json(
    { error: { message: code, code: -32600, data: { code, httpStatus } } },
    { status: httpStatus, headers },
  )
}

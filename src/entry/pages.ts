/** Which addresses are pages of the web. Any other is a real 404, with the web's own page to say so. */
const pages = [
  /^\/$/,
  /^\/(logga-in|flagga|mina-flaggor|inkorg|sok|chef|notiser|post|mina-inloggningar)\/?$/,
  /^\/(franvaro|granskning|skyddade|nodoppning)\/?$/,
  /^\/administration(\/(personal(\/(import|[0-9a-f-]{36}))?|enheter|vagar|inloggning|andringar))?\/?$/,
  /^\/flagga\/[0-9a-f-]{36}$/,
  /^\/kvittens\/[0-9a-f-]{36}$/,
  /^\/n\/[0-9a-f-]{36}$/,
  /^\/granskning\/(fragor|[0-9a-f-]{36})$/,
  /^\/orosanmalan\/BL-\d{4}-\d{6,9}\/lasningar$/,
  /^\/(mina-flaggor|orosanmalan)\/BL-\d{4}-\d{6,9}$/,
]

export function isPage(path: string): boolean {
  return pages.some((page) => page.test(path))
}

/** The shell of the web under any address; 404 where no page is. Never kept by a browser on a shared computer. */
export function shell(html: BodyInit, path: string): Response {
  return new Response(html, {
    status: isPage(path) ? 200 : 404,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

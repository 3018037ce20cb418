import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.md': 'text/markdown; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/**
 * The windows' own files, listed once at the start: a request names one of the list or gets nothing,
 * so no path in it can lead elsewhere.
 */
export class Pages {
  readonly #files = new Map<string, string>()

  constructor(folder: string) {
    if (!existsSync(folder)) return
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = join(folder, entry)
      if (statSync(file).isFile()) this.#files.set(`/${relative(folder, file).split(sep).join('/')}`, file)
    }
  }

  /** Whether there is anything to show; `npm run build` makes it. */
  get built(): boolean {
    return this.#files.has('/index.html')
  }

  /** Answers with a file, or with the program's one page for addresses of its windows. Returns false for anything else. */
  answer(path: string, method: string, response: ServerResponse): boolean {
    const name = this.#files.has(path) ? path : extname(path) === '' ? '/index.html' : undefined
    const file = name && this.#files.get(name)
    if (!file || !name) return false
    response.writeHead(200, {
      'Content-Type': types[extname(name)] ?? 'application/octet-stream',
      'Content-Length': statSync(file).size,
      // Everything but the page itself has its content's hash in its name.
      'Cache-Control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    if (method === 'HEAD') response.end()
    // A file that a new build took away meanwhile ends the answer, not the office.
    else pipeline(createReadStream(file), response, () => undefined)
    return true
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { longestWords } from '../../app/contract/ratings.ts'
import { languages, type Language } from '../../app/languages.ts'
import { languageOfLink, rateByLink } from '../core/calls/ratings/giving.ts'
import { pageWords } from '../core/calls/ratings/words.ts'
import type { Office } from '../core/office.ts'
import { bodyOf } from './public.ts'

/**
 * The one page for people who are nobody's window: a client rates a call by the link that was sent to them. It says
 * nothing of the office, the call or the client; the same words stand there for a link that was used, is too old, or was
 * never given out.
 */

/** Four bytes for each letter of the longest words, as forms write them, and a little. */
const longestForm = longestWords * 12 + 200

/** The token that an address is for (`/r/…`); undefined where it is none of these. */
export const ratingTokenAt = (pathname: string): string | undefined =>
  /^\/r\/([\w-]{43})$/.exec(pathname)?.[1]

export async function answerRating(
  office: Office,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const show = (status: number, language: Language, body: string) => {
    response.writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      // No script, no picture, nothing from anywhere; its form comes back here.
      'Content-Security-Policy':
        "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    })
    response.end(request.method === 'HEAD' ? undefined : pageIn(language, body))
  }
  const gone = () => show(404, 'en', paragraph(pageWords('en').gone))
  if (office.vanished) return gone()
  if (request.method === 'GET' || request.method === 'HEAD') {
    const language = await languageOfLink(office, token)
    return language ? show(200, language, form(language)) : gone()
  }
  if (request.method !== 'POST') {
    response.writeHead(405)
    response.end()
    return
  }
  const body = await bodyOf(request, longestForm)
  if (!body) {
    response.once('finish', () => request.destroy())
    response.writeHead(413)
    response.end()
    return
  }
  const given = new URLSearchParams(body.toString('utf8'))
  const stars = Number(given.get('stars'))
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) {
    const language = await languageOfLink(office, token)
    return language ? show(400, language, form(language)) : gone()
  }
  const language = await rateByLink(office, token, { stars, words: (given.get('words') ?? '').trim() })
  return language ? show(200, language, paragraph(pageWords(language).thanks)) : gone()
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`

function form(language: Language): string {
  const { question, words, send, stars } = pageWords(language)
  const names = stars.split('|')
  const choices = [5, 4, 3, 2, 1].map(
    (many) =>
      `<p><label><input type="radio" name="stars" value="${many}" required> <span aria-hidden="true">${'★'.repeat(many)}</span> ${escaped(names[many - 1] ?? String(many))}</label></p>`,
  )
  return `<form method="post"><fieldset><legend>${escaped(question)}</legend>${choices.join('')}</fieldset>
<p><label>${escaped(words)}<br><textarea name="words" rows="4" cols="30" maxlength="${longestWords}"></textarea></label></p>
<p><button>${escaped(send)}</button></p></form>`
}

const pageIn = (language: Language, body: string): string =>
  `<!doctype html><html lang="${language}" dir="${languages[language].direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${escaped(pageWords(language).title)}</title><main><h1>${escaped(pageWords(language).title)}</h1>${body}</main></html>`

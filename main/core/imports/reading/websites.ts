import { looksLikeUrl } from './contents.ts'

/**
 * A web address as typed, or undefined for what is none. Only http and https: "javascript:" and the like never
 * become a link. Access writes hyperlinks as "words#address#", of which the address is taken.
 */
export function readWebsite(text: string): string | undefined {
  const hyperlink = /^[^#]*#(https?:\/\/[^#\s]+)#[^#]*$/i.exec(text)
  const address = hyperlink ? hyperlink[1]! : text
  return looksLikeUrl(address) ? address : undefined
}

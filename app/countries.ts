/**
 * Countries: ISO 3166-1 codes, reading one from what stands in a cell, its name for showing, its currency.
 * The tables are our own and compact; names come from `Intl.DisplayNames` and, where Chromium's ICU has none
 * (Khmer, Chichewa), from here.
 */
import { fold } from './folding.ts'

/** ISO 3166-1 alpha-2 (and XK, Kosovo, which everybody uses), in their order. */
// prettier-ignore
export const countryCodes = [
  'AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA',
  'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV',
  'BW', 'BY', 'BZ', 'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU',
  'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES',
  'ET', 'FI', 'FJ', 'FK', 'FM', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM',
  'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK', 'HM', 'HN', 'HR', 'HT', 'HU', 'ID', 'IE',
  'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP', 'KE', 'KG', 'KH', 'KI', 'KM',
  'KN', 'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY',
  'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT',
  'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU',
  'NZ', 'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA',
  'RE', 'RO', 'RS', 'RU', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM',
  'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK', 'TL',
  'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE',
  'VG', 'VI', 'VN', 'VU', 'WF', 'WS', 'YE', 'YT', 'ZA', 'ZM', 'ZW', 'XK',
] as const

export type CountryCode = (typeof countryCodes)[number]

/** ISO 3166-1 alpha-3 in the order of `countryCodes`. */
const alpha3 = `
  AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM
  BMU BRN BOL BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV
  CUW CXR CYP CZE DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD
  GEO GUF GGY GHA GIB GRL GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN
  IND IOT IRQ IRN ISL ITA JEY JAM JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA
  LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE MAF MDG MHL MKD MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI
  MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL NRU NIU NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI
  PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN SWE SGP SHN SVN SJM SVK SLE SMR SEN SOM SUR SSD
  STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA UMI USA URY
  UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM MYT ZAF ZMB ZWE XKX`

const khmer = `
  KH កម្ពុជា; TH ថៃ; VN វៀតណាម; LA ឡាវ; MM មីយ៉ាន់ម៉ា; MY ម៉ាឡេស៊ី; SG សិង្ហបុរី; ID ឥណ្ឌូណេស៊ី; 
  PH ហ្វ៊ីលីពីន; BN ព្រុយណេ; TL ទីម័រលេស្តេ; CN ចិន; HK ហុងកុង; MO ម៉ាកាវ; TW តៃវ៉ាន់; JP ជប៉ុន; 
  KR កូរ៉េខាងត្បូង; KP កូរ៉េខាងជើង; IN ឥណ្ឌា; PK ប៉ាគីស្ថាន; BD បង់ក្លាដែស; LK ស្រីលង្កា; NP នេប៉ាល់; 
  BT ប៊ូតង់; MV ម៉ាល់ឌីវ; MN ម៉ុងហ្គោលី; KZ កាហ្សាក់ស្ថាន; UZ អ៊ូសបេគីស្ថាន; KG កៀហ្ស៊ីស៊ីស្ថាន; 
  TJ តាហ្ស៊ីគីស្ថាន; TM តួកម៉េនីស្ថាន; AF អាហ្វហ្កានីស្ថាន; IR អ៊ីរ៉ង់; IQ អ៊ីរ៉ាក់; SA អារ៉ាប៊ីសាអូឌីត; 
  AE អេមីរ៉ាតអារ៉ាប់រួម; QA កាតា; KW កូវ៉ែត; BH បារ៉ែន; OM អូម៉ង់; YE យេម៉ែន; JO ហ៊្សកដានី; LB លីបង់; 
  SY ស៊ីរី; IL អ៊ីស្រាអែល; PS ប៉ាឡេស្ទីន; TR តួកគី; GE ហ្សកហ្ស៊ី; AM អាមេនី; AZ អាស៊ែបៃហ្សង់; RU រុស្ស៊ី; 
  UA អ៊ុយក្រែន; BY បេឡារុស; MD ម៉ុលដាវី; PL ប៉ូឡូញ; CZ ឆែក; SK ស្លូវ៉ាគី; HU ហុងគ្រី; RO រូម៉ានី; 
  BG ប៊ុលហ្ការី; RS សែប៊ី; HR ក្រូអាស៊ី; SI ស្លូវេនី; BA បូស្ន៊ី និងហឺហ្ស៊ីហ្គូវីណា; ME ម៉ុងតេណេហ្គ្រោ; 
  MK ម៉ាសេដ្វានខាងជើង; AL អាល់បានី; GR ក្រិក; CY ស៊ីប; MT ម៉ាល់ត៍; IT អ៊ីតាលី; ES អេស្ប៉ាញ; 
  PT ព័រទុយហ្កាល់; FR បារាំង; BE បែលហ្ស៊ិក; NL ហូឡង់; LU លុចសំបួ; DE អាល្លឺម៉ង់; AT អូទ្រីស; CH ស្វ៊ីស; 
  LI លិចតិនស្ដាញ; GB ចក្រភពអង់គ្លេស; IE អៀរឡង់; DK ដាណឺម៉ាក; SE ស៊ុយអែត; NO ន័រវែស; FI ហ្វាំងឡង់; 
  IS អ៊ីស្លង់; EE អេស្តូនី; LV ឡេតូនី; LT លីទុយអានី; US សហរដ្ឋអាមេរិក; CA កាណាដា; MX ម៉ិកស៊ិក; 
  BR ប្រេស៊ីល; AR អាហ្សង់ទីន; CL ស៊ីលី; PE ប៉េរូ; CO កូឡុំប៊ី; VE វ៉េណេស៊ុយអេឡា; EC អេក្វាទ័រ; BO បូលីវី; 
  PY ប៉ារ៉ាហ្គាយ; UY អ៊ុយរូហ្គាយ; CU គុយបា; DO សាធារណរដ្ឋដូមីនីក; HT ហៃទី; JM ហ្សាម៉ាអ៊ីក; PA ប៉ាណាម៉ា; 
  CR កូស្តារីកា; GT ក្វាតេម៉ាឡា; HN ហុងឌូរ៉ាស; NI នីការ៉ាហ្គា; SV អែលសាល់វ៉ាឌ័រ; AU អូស្ត្រាលី; 
  NZ នូវែលសេឡង់; FJ ហ្វីជី; PG ប៉ាពូអាស៊ីនូវែលហ្គីណេ; EG អេហ្ស៊ីប; LY លីប៊ី; TN ទុយនីស៊ី; DZ អាល់ហ្សេរី; 
  MA ម៉ារ៉ុក; SD ស៊ូដង់; ET អេត្យូពី; KE កេនយ៉ា; UG អ៊ូហ្គង់ដា; TZ តង់សានី; RW រវ៉ាន់ដា; BI ប៊ូរុនឌី; 
  MW ម៉ាឡាវី; ZM សំប៊ី; ZW ស៊ីមបាវ៉េ; MZ ម៉ូសំប៊ិក; ZA អាហ្វ្រិកខាងត្បូង; NA ណាមីប៊ី; BW បុតស្វាណា; 
  AO អង់ហ្គោឡា; CD កុងហ្គោ-គីនស្ហាសា; CG កុងហ្គោ-ប្រាហ្សាវីល; CM កាមេរូន; NG នីហ្សេរីយ៉ា; GH ហ្គាណា; 
  CI កូតឌីវ័រ; SN សេណេហ្គាល់; ML ម៉ាលី; MG ម៉ាដាហ្គាស្កា; MU ម៉ូរីស;`

const chichewa = `
  MW Malaŵi; ZM Zambiya; MZ Mozambiki; ZW Zimbabwe; TZ Tanzaniya; ZA Saufi Afrika; KE Kenya; UG Uganda;
  RW Ruwanda; BI Burundi; BW Botiswana; NA Namibiya; AO Angola; LS Lesoto; SZ Eswatini; CD Kongo; NG Nayijeriya;
  GH Gana; ET Itiyopiya; EG Iguputo; GB Mangalande; US Amereka; CA Kanada; DE Jeremani; FR Falansa; IT Italiya;
  ES Sipeni; PT Potugo; NL Holande; BE Beljiyamu; CH Switzerlandi; IE Ayalandi; RU Rasha; CN Chaina; IN Indiya;
  JP Japani; BR Burazili; AU Ositireliya; IL Isiraeli; KH Kambodiya`

/** Words people use that no list of display names has; with the office of several languages in mind. */
const aliases = `
  GB UK, U.K., Great Britain, Britain, England, Scotland, Wales, Northern Ireland, Англия, Великобритания,
    Royaume Uni, Grande Bretagne, Angleterre, Großbritannien, England und Wales, Inglaterra, Inghilterra, អង់គ្លេស;
  US USA, U.S.A., U.S., United States of America, America, США, Америка, Etats Unis, EE. UU., EEUU, EUA, Stati Uniti,
    Vereinigte Staaten von Amerika, អាមេរិក, អាមេរិច;
  RU Russia, Russian Federation, РФ, Российская Федерация, រុស្ស៉ី; BY Белоруссия, Belorussia, РБ;
  KZ РК, Казахстан; UA Украина; KG Киргизия, Kirghizia; MD Молдавия, Moldova, Republic of Moldova;
  KH Kampuchea, Kingdom of Cambodia, Cambodge, Kambodscha, Khmer, ព្រះរាជាណាចក្រកម្ពុជា, ខ្មែរ;
  VN Viet Nam, យួន, SRV; LA Lao, Lao PDR, Laos, Lao People's Democratic Republic; MM Burma, Birmanie, Birma, Бирма, ភូមា;
  TH Siam; TW Taiwan, R.O.C., Тайвань; HK Hong Kong, Hongkong, Hong Kong SAR; MO Macao, Macau;
  CN PRC, P.R. China, China PR, People's Republic of China, Mainland China, КНР;
  KR Korea, South Korea, Republic of Korea, Korea South, ROK, Южная Корея, Корея, កូរ៉េ;
  KP North Korea, DPRK, Korea North, КНДР; AE UAE, U.A.E., Emirates, ОАЭ, Эмираты; SA KSA, Saudi;
  CZ Czechia, Czech Republic, Чехия, Чешская Республика; SK Slovak Republic; NL Holland, Netherlands, Голландия, Hollande, Holanda, Olanda;
  CH Suisse, Schweiz, Svizzera, Swiss; AT Österreich; DE BRD, Bundesrepublik Deutschland, ФРГ; ES España; GR Hellas;
  IE Eire, Republic of Ireland; MK Macedonia, Republic of Macedonia, FYROM, Македония; BA Bosnia; TR Turkey, Turkiye;
  VA Vatican, Holy See; PS Palestine; IR Persia; SY Syria, Syrian Arab Republic; TZ Tanzania, United Republic of Tanzania;
  CD DRC, DR Congo, D.R. Congo, Zaire, Congo Kinshasa, Democratic Republic of the Congo; CG Congo, Congo Brazzaville, Republic of the Congo;
  CI Ivory Coast, Côte d'Ivoire; CV Cape Verde; SZ Swaziland; ZA RSA, ЮАР, South Africa; MW Malawi, Nyasaland; ZM Zambia;
  VE Bolivarian Republic of Venezuela; BO Plurinational State of Bolivia; FM Micronesia; BN Brunei, Brunei Darussalam;
  TL East Timor, Timor-Leste; PG Papua New Guinea; WS Western Samoa; KN St Kitts; VC St Vincent; BL St Barth; MF St Martin`

/** What is used there today, ISO 4217. */
const currencies = `
  EUR AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA XK YT;
  USD AS BQ EC FM GU IO MH MP PR PW SV TC TL UM US VG VI; GBP GB GG GS IM JE; AUD AU CC CX HM KI NF NR TV;
  NZD CK NU NZ PN TK; XOF BF BJ CI GW ML NE SN TG; XAF CF CG CM GA GQ TD; XCD AG AI DM GD KN LC MS VC;
  XPF NC PF WF; XCG CW SX; DKK DK FO GL; NOK BV NO SJ; CHF CH LI; MAD EH MA; ILS IL PS;
  AED AE; AFN AF; ALL AL; AMD AM; AOA AO; ARS AR; AWG AW; AZN AZ; BAM BA; BBD BB; BDT BD; BHD BH; BIF BI; BMD BM;
  BND BN; BOB BO; BRL BR; BSD BS; BTN BT; BWP BW; BYN BY; BZD BZ; CAD CA; CDF CD; CLP CL; CNY CN; COP CO; CRC CR;
  CUP CU; CVE CV; CZK CZ; DJF DJ; DOP DO; DZD DZ; EGP EG; ERN ER; ETB ET; FJD FJ; FKP FK; GEL GE; GHS GH; GIP GI;
  GMD GM; GNF GN; GTQ GT; GYD GY; HKD HK; HNL HN; HTG HT; HUF HU; IDR ID; INR IN; IQD IQ; IRR IR; ISK IS; JMD JM;
  JOD JO; JPY JP; KES KE; KGS KG; KHR KH; KMF KM; KPW KP; KRW KR; KWD KW; KYD KY; KZT KZ; LAK LA; LBP LB; LKR LK;
  LRD LR; LSL LS; LYD LY; MDL MD; MGA MG; MKD MK; MMK MM; MNT MN; MOP MO; MRU MR; MUR MU; MVR MV; MWK MW; MXN MX;
  MYR MY; MZN MZ; NAD NA; NGN NG; NIO NI; NPR NP; OMR OM; PAB PA; PEN PE; PGK PG; PHP PH; PKR PK; PLN PL; PYG PY;
  QAR QA; RON RO; RSD RS; RUB RU; RWF RW; SAR SA; SBD SB; SCR SC; SDG SD; SEK SE; SGD SG; SHP SH; SLE SL; SOS SO;
  SRD SR; SSP SS; STN ST; SYP SY; SZL SZ; THB TH; TJS TJ; TMT TM; TND TN; TOP TO; TRY TR; TTD TT; TWD TW; TZS TZ;
  UAH UA; UGX UG; UYU UY; UZS UZ; VES VE; VND VN; VUV VU; WST WS; YER YE; ZAR ZA; ZMW ZM; ZWG ZW`

/** Languages whose names for countries are understood in a cell: what Chromium's ICU has. */
const readLanguages =
  'en fr de es pt it ru nl pl sv da nb fi cs sk hu ro bg sr hr tr uk el ar he fa th vi zh zh-Hant ja ko id ms'

const codes: ReadonlySet<string> = new Set(countryCodes)

export function isCountryCode(text: string): text is CountryCode {
  return codes.has(text)
}

/** "XX rest; YY rest" as pairs. */
function entries(table: string): [string, string][] {
  return table.split(';').map((entry) => {
    const text = entry.trim()
    const end = text.indexOf(' ')
    return [text.slice(0, end), text.slice(end + 1).trim()]
  })
}

/** The address's form: no blanks at all, for Khmer and Chinese put them at will and "U.K." has dots. */
const key = (name: string) => fold(name).replaceAll(' ', '')

let read: Map<string, CountryCode> | undefined

function readTable(): Map<string, CountryCode> {
  const table = new Map<string, CountryCode>()
  const add = (name: string, code: string) => {
    const word = key(name)
    if (word !== '' && isCountryCode(code) && !table.has(word)) table.set(word, code)
  }
  for (const code of countryCodes) add(code, code)
  alpha3
    .trim()
    .split(/\s+/)
    .forEach((word, index) => add(word, countryCodes[index]!))
  for (const [code, words] of entries(aliases)) for (const word of words.split(',')) add(word, code)
  for (const language of readLanguages.split(' ')) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of countryCodes) add(names.of(code) ?? '', code)
  }
  for (const [code, name] of [...entries(khmer), ...entries(chichewa)]) add(name, code)
  return table
}

const before =
  /^(?:the|republicof|kingdomof|stateof|federalrepublicof|democraticrepublicof|республика|ប្រទេស)/u

/**
 * The country a cell names: "UK", "Deutschland", "កម្ពុជា", "Россия", "KHM"; a code in any case. Undefined where it
 * names none. The table of names is made at first use (about 30 ms, 6,000 names).
 */
export function countryOf(text: string): CountryCode | undefined {
  read ??= readTable()
  const word = key(text)
  if (word === '') return undefined
  return read.get(word) ?? read.get(word.replace(before, ''))
}

const shown = new Map<string, Map<string, string>>()

/** `Intl`'s names by language: making them takes far longer than asking one. */
const intl = new Map<string, Intl.DisplayNames>()

function intlNames(tag: string): Intl.DisplayNames {
  const known = intl.get(tag)
  if (known) return known
  const made = new Intl.DisplayNames([tag, 'en'], { type: 'region' })
  intl.set(tag, made)
  return made
}

/** The country's name in a language, for showing; English where the language has none, the code as a last resort. */
export function countryName(code: CountryCode, language: string): string {
  const tag = language.split('-')[0] ?? 'en'
  const own = tag === 'km' ? khmer : tag === 'ny' ? chichewa : undefined
  if (own !== undefined) {
    if (!shown.has(tag)) shown.set(tag, new Map(entries(own)))
    const name = shown.get(tag)?.get(code)
    if (name !== undefined) return name
  }
  return intlNames(tag).of(code) ?? code
}

let money: Map<string, string> | undefined

/** ISO 4217 code of what is paid with there; undefined for Antarctica only. */
export function currencyOf(country: CountryCode): string | undefined {
  money ??= new Map(
    entries(currencies).flatMap(([currency, list]) => list.split(/\s+/).map((code) => [code, currency])),
  )
  return money.get(country)
}

import type { Language } from '../../../app/languages.ts'

/** The pages ship with the program, in a folder for each language; they are loaded when somebody asks for help. */
const files = import.meta.glob<string>('../../../docs/help/*/*.md', { query: '?raw', import: 'default' })

/** In the order of the contents. A page that no folder has is passed over. */
const order = [
  'index',
  'clients',
  'calls',
  'stock',
  'targets',
  'call-lists',
  'voice-messages',
  'ratings',
  'call-quality',
  'counter',
  'items',
  'imports',
  'staff',
  'log',
  'backups',
  'settings',
  'lists',
  'telephone',
  'devices',
  'call-costs',
]

export interface HelpPage {
  readonly id: string
  readonly title: string
  /** Markdown, its title included. */
  readonly text: string
  /** False where it is shown in English, for want of the reader's language. */
  readonly own: boolean
}

/** Every page, in the reader's language where it is written in it, else in English. */
export async function loadPages(language: Language): Promise<HelpPage[]> {
  const folder = language === 'ar-XB' ? 'en' : language
  const pages = await Promise.all(
    order.map(async (id): Promise<HelpPage | undefined> => {
      const own = files[`../../../docs/help/${folder}/${id}.md`]
      const text = await (own ?? files[`../../../docs/help/en/${id}.md`])?.()
      return text === undefined ? undefined : { id, title: titleOf(text) ?? id, text, own: own !== undefined }
    }),
  )
  return pages.filter((page) => page !== undefined)
}

/** The first heading of the first rank. */
const titleOf = (text: string): string | undefined => /^# +(.+)$/m.exec(text)?.[1]?.trim()

import type { PostProcessorModule } from 'i18next'

const turnRight = '\u202e'
const end = '\u202c'

/** Turns English round, word for word: what is not turned was not translated, what gets cut is seen. */
export const pseudo: PostProcessorModule = {
  type: 'postProcessor',
  name: 'pseudo',
  process: (text, _key, _options, translator: { language: string }) =>
    translator.language === 'ar-XB' ? `${turnRight}${text}${end}` : text,
}

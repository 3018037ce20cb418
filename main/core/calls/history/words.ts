import en from '../../../../assets/languages/en/callHistory.json' with { type: 'json' }
import km from '../../../../assets/languages/km/callHistory.json' with { type: 'json' }
import ny from '../../../../assets/languages/ny/callHistory.json' with { type: 'json' }
import ru from '../../../../assets/languages/ru/callHistory.json' with { type: 'json' }
import enFields from '../../../../assets/languages/en/callFields.json' with { type: 'json' }
import kmFields from '../../../../assets/languages/km/callFields.json' with { type: 'json' }
import nyFields from '../../../../assets/languages/ny/callFields.json' with { type: 'json' }
import ruFields from '../../../../assets/languages/ru/callFields.json' with { type: 'json' }
import enOutcomes from '../../../../assets/languages/en/callOutcomes.json' with { type: 'json' }
import kmOutcomes from '../../../../assets/languages/km/callOutcomes.json' with { type: 'json' }
import nyOutcomes from '../../../../assets/languages/ny/callOutcomes.json' with { type: 'json' }
import ruOutcomes from '../../../../assets/languages/ru/callOutcomes.json' with { type: 'json' }
import type { Language } from '../../../../app/languages.ts'

/** The window's words of calls, for the files that the office itself writes. */
export interface CallWords {
  readonly history: Pick<typeof en, 'title' | 'directions' | 'returns'>
  readonly fields: typeof enFields
  readonly outcomes: typeof enOutcomes
}

const byLanguage: Record<Exclude<Language, 'ar-XB'>, CallWords> = {
  en: { history: en, fields: enFields, outcomes: enOutcomes },
  km: { history: km, fields: kmFields, outcomes: kmOutcomes },
  ny: { history: ny, fields: nyFields, outcomes: nyOutcomes },
  ru: { history: ru, fields: ruFields, outcomes: ruOutcomes },
}

export const callWords = (language: Language): CallWords => byLanguage[language === 'ar-XB' ? 'en' : language]

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextArea } from '../../kit/form/TextArea.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask } from '../../shell/office/office.ts'
import { formatSettings, type ExchangeValues } from './exchangeValues.ts'

/** Pasted lines, and what each of them means as the form stands. */
export function TryLines({ form }: { form: UseFormReturn<ExchangeValues> }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const [text, setText] = useState('')
  const settings = formatSettings(useWatch({ control: form.control, name: 'smdr' }))
  const asked = useDeferredValue(JSON.stringify({ settings, text }))
  const input = JSON.parse(asked) as { settings: typeof settings; text: string }
  const { data, error } = useQuery({
    ...ask.telephone.tryLines.queryOptions({ input }),
    enabled: input.text.trim() !== '' && input.settings.own?.patterns.length !== 0,
    gcTime: 0,
  })
  return (
    <div className="telephone-try">
      <TextArea
        dir="ltr"
        rows={2}
        spellCheck={false}
        label={t('telephone.try.lines')}
        hint={t('telephone.try.linesHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && <p className="kit-error">{sentenceOf(error)}</p>}
      {!error && data && text.trim() !== '' && (
        <ul aria-live="polite">
          {data.map(
            ({ line, kind, direction, extension, number, trunk, moment, talkSeconds, answered }, index) => (
              <li key={`${index} ${line}`} data-kind={kind}>
                {kind === 'call'
                  ? [
                      direction ? t(`telephone.directions.${direction}`) : '',
                      number && t('telephone.try.number', { number }),
                      extension && t('telephone.try.extension', { extension }),
                      trunk && t('telephone.try.trunk', { trunk }),
                      moment === null ? '' : notation.dayAndTime(moment),
                      answered
                        ? t('telephone.try.talked', { seconds: notation.number(talkSeconds) })
                        : t('telephone.try.notAnswered'),
                    ]
                      .filter(Boolean)
                      .join(' · ')
                  : t(`telephone.try.${kind}`)}
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { ask } from '../../shell/office/office.ts'
import './dialling.css'
import { RulesForm } from './RulesForm.tsx'

/** How each exchange wants its numbers: what it is given so that it reaches whom somebody meant. */
export function DiallingWindow() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(ask.dialling.rules.queryOptions())
  const [chosen, setChosen] = useState('')
  if (error) return <ErrorState title={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!data) return <Spinner />
  const one = data.find(({ exchange }) => String(exchange.id) === chosen) ?? data[0]
  if (!one) return <EmptyState title={t('dialling.rules.none')} text={t('dialling.rules.noneHelp')} />
  return (
    <div className="dialling-window">
      {data.length > 1 && (
        <SelectField
          label={t('dialling.rules.exchange')}
          value={String(one.exchange.id)}
          onChange={(event) => setChosen(event.currentTarget.value)}
          options={data.map(({ exchange }) => ({ id: String(exchange.id), label: exchange.name }))}
        />
      )}
      <RulesForm key={one.exchange.id} exchange={one.exchange} rules={one.rules} />
    </div>
  )
}

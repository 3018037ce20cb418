import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallListEntry } from '../../../../app/contract/callLists.ts'
import type { Column } from '../../../kit/grid/types.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { useNotation } from '../../../shell/language/notation.ts'

/** What a list shows of those who are on it. */
export function useEntryColumns(): readonly Column<CallListEntry>[] {
  const { t } = useTranslation()
  const { when, number } = useNotation()
  return useMemo(
    () => [
      {
        id: 'client',
        title: t('callLists.columns.client'),
        width: 200,
        grow: 2,
        fixed: true,
        value: ({ client, number: dialled }) =>
          client?.name ?? (dialled === undefined ? t('callLists.someone') : ''),
      },
      {
        id: 'number',
        title: t('callLists.columns.number'),
        width: 140,
        value: ({ number: dialled }) => dialled,
        render: ({ number: dialled }) => dialled && <PhoneNumber number={dialled} inLine />,
      },
      {
        id: 'result',
        title: t('callLists.columns.result'),
        width: 120,
        value: ({ result }) => (result === null ? '' : t(`callLists.results.${result}`)),
      },
      {
        id: 'attempts',
        title: t('callLists.columns.attempts'),
        width: 80,
        align: 'end',
        value: ({ attempts }) => number(attempts),
      },
      {
        id: 'next',
        title: t('callLists.columns.next'),
        width: 120,
        value: ({ doneAt, takenBy, nextAt, attempts }) => {
          if (doneAt !== null) return t('callLists.doneAt')
          if (takenBy !== null) return `${t('callLists.columns.takenBy')} ${takenBy}`
          return attempts === 0 ? '' : when(nextAt)
        },
      },
      { id: 'note', title: t('callLists.columns.note'), width: 180, grow: 1, value: ({ note }) => note },
    ],
    [t, when, number],
  )
}

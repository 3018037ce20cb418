import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewRow } from '../../../../app/contract/imports.ts'
import { Chip } from '../../../kit/Chip.tsx'
import type { Column } from '../../../kit/grid/types.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { useNotation } from '../../../shell/language/notation.ts'
import { openWindow } from '../../../shell/windows/index.ts'
import { problemSentence } from './sentences.ts'
import { toneOf } from './verdicts.ts'

/** Everything there is to say about a row beside its verdict. */
export function remarks(
  t: TFunction,
  { mended, of, ofRow, workplace, problems }: PreviewRow,
  rowNumber: (row: number) => string,
) {
  return [
    ...(of ? [`${t('imports.remark.of')} ${of.name}`] : []),
    ...(ofRow === null ? [] : [t('imports.remark.ofRow', { row: rowNumber(ofRow) })]),
    ...(workplace
      ? [
          t(`imports.remark.${workplace.id === undefined ? 'worksAtNew' : 'worksAt'}`, {
            name: workplace.name,
          }),
        ]
      : []),
    // What leaves the row out comes first.
    ...[...problems]
      .sort((a, b) => Number(b.refused) - Number(a.refused))
      .map((one) => problemSentence(t, one)),
    ...(mended ? [t('imports.remark.mended')] : []),
  ]
}

export function usePreviewColumns(): readonly Column<PreviewRow>[] {
  const { t } = useTranslation()
  const notation = useNotation()
  return useMemo(() => {
    const text = (row: PreviewRow) => remarks(t, row, notation.number)
    return [
      {
        id: 'row',
        title: t('imports.check.row'),
        width: 56,
        align: 'end',
        sortable: true,
        value: ({ row }) => row,
        render: ({ row }) => <span className="import-soft">{notation.number(row)}</span>,
      },
      {
        id: 'verdict',
        title: t('imports.check.verdict'),
        width: 132,
        sortable: true,
        groupable: true,
        value: ({ verdict }) => t(`imports.verdict.${verdict}`),
        render: ({ verdict }) => <Chip tone={toneOf[verdict]}>{t(`imports.verdict.${verdict}`)}</Chip>,
      },
      {
        id: 'name',
        title: t('imports.check.name'),
        width: 172,
        grow: 2,
        fixed: true,
        sortable: true,
        filterAs: 'text',
        value: ({ name }) => name,
      },
      {
        id: 'phone',
        title: t('imports.check.phone'),
        width: 138,
        filterAs: 'text',
        value: ({ phone }) => phone,
        render: ({ phone }) => phone && <PhoneNumber number={phone} inLine />,
      },
      {
        id: 'city',
        title: t('imports.check.city'),
        width: 104,
        sortable: true,
        groupable: true,
        filterAs: 'choice',
        value: ({ city }) => city,
      },
      {
        id: 'remark',
        title: t('imports.check.remark'),
        width: 220,
        grow: 3,
        filterAs: 'text',
        value: (row) => text(row).join(' · '),
        render: (row) => <Remark t={t} row={row} all={text(row)} />,
      },
    ]
  }, [t, notation])
}

function Remark({ t, row, all }: { t: TFunction; row: PreviewRow; all: readonly string[] }) {
  const { of } = row
  if (!of) return <span title={all.join('\n')}>{all.join(' · ')}</span>
  return (
    <span title={all.join('\n')}>
      {t('imports.remark.of')}{' '}
      <button type="button" className="kit-link" onClick={() => openWindow(`/clients/${of.id}`)}>
        <bdi>{of.name}</bdi>
      </button>
      {all.slice(1).map((one) => ` · ${one}`)}
    </span>
  )
}

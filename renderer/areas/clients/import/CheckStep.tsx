import { Download } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview, PreviewRow } from '../../../../app/contract/imports.ts'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { remarks, usePreviewColumns } from './previewColumns.tsx'
import { isOfSort, sorts, toneOf, wanted, type Sort } from './verdicts.ts'

type Props = {
  preview: ImportPreview
  onSaveRefused: () => void
}

/** What would happen, row by row, before anything does. */
export function CheckStep({ preview, onSaveRefused }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const win = useWindow()
  const [sort, setSort] = useState<Sort>()
  const columns = usePreviewColumns()
  const [active, setActive] = useState<PreviewRow>()
  const { counts } = preview
  const all = useCallback(() => preview.preview.filter((row) => isOfSort(row, sort)), [preview, sort])
  const table = useLocalTable('imports.check', all, columns)
  // What is too long for its cell stands below in full.
  const said = active ? remarks(t, active, notation.number) : []
  const shownCount = preview.preview.length
  return (
    <div className="import-check">
      <div className="import-filters" role="group" aria-label={t('imports.check.filter')}>
        <Filter
          name={t('imports.check.all')}
          count={preview.rows}
          on={sort === undefined}
          onPress={() => setSort(undefined)}
        />
        {sorts
          .filter((name) => counts[name] > 0)
          .map((name) => (
            <Filter
              key={name}
              name={t(`imports.verdict.${name}`)}
              count={counts[name]}
              tone={toneOf[name]}
              on={sort === name}
              onPress={() => setSort(sort === name ? undefined : name)}
            />
          ))}
      </div>
      {wanted(preview) === 0 && (
        <Banner tone={counts.duplicate > 0 ? 'info' : 'warn'}>
          {counts.duplicate > 0 ? t('imports.check.nothingNew') : t('imports.check.allRefused')}
        </Banner>
      )}
      {counts.refused > 0 && (
        <Banner
          tone="warn"
          actions={
            <Button size="small" icon={Download} onClick={onSaveRefused}>
              {t('imports.check.saveRefused')}
            </Button>
          }
        >
          {t('imports.check.leftOut', { count: counts.refused, shown: notation.number(counts.refused) })}
        </Banner>
      )}
      {counts.organisations > 0 && (
        <Banner tone="info">
          {t('imports.check.organisations', {
            count: counts.organisations,
            shown: notation.number(counts.organisations),
          })}
        </Banner>
      )}
      <div className="import-rows">
        <Grid
          label={t('imports.check.table')}
          {...table}
          rowId={(row) => row.row}
          onActive={setActive}
          onOpen={(row) => row.of && win.open(`/clients/${row.of.id}`)}
          empty={<EmptyState title={t('imports.check.nothing')} text={t('imports.check.nothingHelp')} />}
          footer={
            shownCount < preview.rows &&
            t('imports.check.someOnly', {
              shown: notation.number(shownCount),
              total: notation.number(preview.rows),
            })
          }
        />
      </div>
      {active && said.length > 0 && (
        <p className="import-detail" role="status">
          <b>{t('imports.check.rowNumber', { row: notation.number(active.row) })}</b> {said.join(' · ')}
        </p>
      )}
    </div>
  )
}

function Filter(props: {
  name: string
  count: number
  tone?: (typeof toneOf)[Sort]
  on: boolean
  onPress: () => void
}) {
  const notation = useNotation()
  return (
    <button
      type="button"
      className="import-filter"
      data-tone={props.tone}
      aria-pressed={props.on}
      onClick={props.onPress}
    >
      {props.tone !== undefined && <span className="kit-dot" aria-hidden="true" />}
      {props.name} <b className="kit-numbers">{notation.number(props.count)}</b>
    </button>
  )
}

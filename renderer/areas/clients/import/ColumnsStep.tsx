import { Fragment, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview, SuggestedColumn } from '../../../../app/contract/imports.ts'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { useNotation } from '../../../shell/language/notation.ts'
import { labelOf, labels, languageChoices } from '../cardWords.ts'
import { useCustomFields } from '../lists.ts'
import { becomes, cardChoices, choiceOf, fieldChoices, hasLanguage, isOfCards, said } from './fields.ts'

type Props = {
  preview: ImportPreview
  mapping: readonly SuggestedColumn[]
  onChange: (mapping: SuggestedColumn[]) => void
  /** Forgets what such columns were taken for, and looks at them anew. */
  onForget: () => void
  /** Another sheet of the workbook. */
  onSheet: (name: string) => void
  busy: boolean
}

/** What is in each column of the file: as it was recognised, to be put right. */
export function ColumnsStep({ preview, mapping, onChange, onForget, onSheet, busy }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { remembered } = preview
  const own = useCustomFields()
  const fields = useMemo(
    () => (isOfCards(preview) ? cardChoices(t) : fieldChoices(t, own)),
    [t, own, preview],
  )
  const change = (changed: SuggestedColumn) =>
    onChange(mapping.map((entry) => (entry.column === changed.column ? changed : entry)))
  return (
    <div className="import-columns">
      <div className="import-intro">
        <h2>{t('imports.columns.title')}</h2>
        <p>
          {t('imports.columns.help')} {t('imports.columns.notes')}
        </p>
      </div>
      {preview.sheets.length > 1 && (
        <div className="import-sheet">
          <SelectField
            label={t('imports.columns.sheet')}
            hint={t('imports.columns.sheetHelp')}
            options={preview.sheets.map(({ name, rows }) => ({
              id: name,
              label: t('imports.columns.sheetOf', { name, count: rows, shown: notation.number(rows) }),
            }))}
            value={preview.sheet ?? ''}
            disabled={busy}
            onChange={(event) => onSheet(event.target.value)}
          />
        </div>
      )}
      {remembered && (
        <Banner
          tone="info"
          actions={
            <Button size="small" onClick={onForget}>
              {t('imports.columns.forget')}
            </Button>
          }
        >
          {t(remembered.yours ? 'imports.columns.asYouChose' : 'imports.columns.asChosenBy', {
            name: remembered.by,
            file: remembered.file,
            when: notation.when(remembered.at),
          })}
        </Banner>
      )}
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{t('imports.columns.heading')}</th>
            <th scope="col">{t('imports.columns.values')}</th>
            <th scope="col">{t('imports.columns.field')}</th>
          </tr>
        </thead>
        <tbody>
          {mapping.map((entry) => {
            const { column, heading, field, language = '', label = '' } = entry
            const values = preview.sample[column] ?? []
            return (
              <tr key={column} data-field={field === 'ignore' || field === 'note' ? field : undefined}>
                <th scope="row">
                  <bdi title={heading}>{heading}</bdi>
                </th>
                <td className="import-values">
                  {values.length === 0 ? (
                    <i>{t('imports.columns.empty')}</i>
                  ) : (
                    values.map((value, index) => (
                      // The same value may come twice.
                      // eslint-disable-next-line react/no-array-index-key
                      <Fragment key={index}>
                        {index > 0 && <span aria-hidden="true"> · </span>}
                        <bdi title={value}>{value}</bdi>
                      </Fragment>
                    ))
                  )}
                </td>
                <td>
                  <div className="import-choice">
                    <SelectField
                      bare
                      label={t('imports.columns.of', { heading })}
                      options={fields}
                      value={choiceOf(entry)}
                      onChange={(event) => change(becomes(entry, event.target.value))}
                    />
                    {hasLanguage(field) && (
                      <SelectField
                        bare
                        label={t('imports.columns.languageOf', { heading })}
                        none={t('imports.columns.noLanguage')}
                        options={languageChoices(language)}
                        value={language}
                        onChange={(event) => change(said(entry, 'language', event.target.value))}
                      />
                    )}
                    {field === 'phone' && (
                      <SelectField
                        bare
                        label={t('imports.columns.labelOf', { heading })}
                        none={t('imports.columns.noLabel')}
                        options={[...new Set([...labels, ...(label === '' ? [] : [label])])].map((id) => ({
                          id,
                          label: labelOf(t, id) ?? id,
                        }))}
                        value={label}
                        onChange={(event) => change(said(entry, 'label', event.target.value))}
                      />
                    )}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

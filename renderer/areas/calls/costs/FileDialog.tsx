import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RateFileProblem, RateTableRow } from '../../../../app/contract/callRates.ts'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { CheckField } from '../../../kit/form/CheckField.tsx'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'

interface Props {
  readonly table: RateTableRow
  readonly file: File
  readonly onClosed: () => void
}

/** Takes a file of rates into a table, or says row by row why not. */
export function FileDialog({ table, file, onClosed }: Props) {
  const { t } = useTranslation()
  const { number } = useNotation()
  const [open, setOpen] = useState(true)
  const [replace, setReplace] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [rows, setRows] = useState<readonly RateFileProblem[]>([])

  const undo = (id: number) =>
    void office.callRates
      .undoImport({ import: id })
      .catch((error: unknown) => toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 }))
  const take = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const done = await office.callRates.importFile({ table: table.id, file, replace })
      setRows(done.problems)
      if (done.problems.length > 0) return
      const made = done.import
      toast({
        tone: 'good',
        text: t('rates.file.done', {
          added: number(done.added),
          changed: number(done.changed),
          removed: number(done.removed),
          same: number(done.same),
        }),
        ...(made === null ? {} : { action: { label: t('rates.undo'), onChoose: () => undo(made) } }),
      })
      setOpen(false)
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      onClosed={onClosed}
      title={t('rates.file.title', { name: table.name })}
      text={t('rates.file.text', { file: file.name })}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t('rates.file.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void take()}>
            {t('rates.file.take')}
          </Button>
        </>
      }
    >
      <CheckField
        label={t('rates.file.replace')}
        hint={t('rates.file.replaceHint')}
        checked={replace}
        onChange={(event) => setReplace(event.currentTarget.checked)}
      />
      {problem !== undefined && <Banner tone="bad">{problem}</Banner>}
      {rows.length > 0 && (
        <Banner tone="bad">
          <b>{t('rates.file.refused', { count: rows.length, shown: number(rows.length) })}</b>
          <ul className="rates-problems">
            {rows.map(({ row, column, reason, value }) => (
              <li key={`${row} ${column}`}>
                {t('rates.file.row', { row: number(row), column: column ?? '' })}{' '}
                {t(`rates.problems.${reason}`)} {value !== '' && <bdi>“{value}”</bdi>}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </Dialog>
  )
}

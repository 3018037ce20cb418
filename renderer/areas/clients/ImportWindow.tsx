import { FileDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RefusedRows } from '../../../app/contract/imports.ts'
import { ownOnly } from '../../../app/rights.ts'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { useAccount, useMay } from '../../shell/account.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { office } from '../../shell/office/office.ts'
import { CheckStep } from './import/CheckStep.tsx'
import { ColumnsStep } from './import/ColumnsStep.tsx'
import { FileStep } from './import/FileStep.tsx'
import './import/import.css'
import './import/tables.css'
import { forgetImport, useOwnImport } from './import/ownImport.ts'
import { PastImports } from './import/PastImports.tsx'
import { refusedFile, saveAs } from './import/refusedFile.ts'
import { RunStep } from './import/RunStep.tsx'
import { sheetOf } from './import/fields.ts'
import { importSentence, problemSentence } from './import/sentences.ts'
import { Steps } from './import/Steps.tsx'
import { useChosenFile } from './import/useChosenFile.ts'
import { wanted } from './import/verdicts.ts'

/** Bringing a client list in: the file, its columns, a look at what would happen, the import. */
export function ImportWindow() {
  const { t } = useTranslation()
  const may = useMay()
  const { grant } = useAccount()
  const whole = may('clients.see') && !ownOnly(grant, 'clients') && grant.hidden.length === 0
  if (!whole)
    return <EmptyState icon={FileDown} title={t('imports.limited.title')} text={t('imports.limited.text')} />
  return <Import />
}

function Import() {
  const { t } = useTranslation()
  const own = useOwnImport((state) => state.own)
  const file = useChosenFile()
  const { step, chosen, waiting, problem } = file

  const save = (rows: RefusedRows, of: string) =>
    saveAs(
      `${of.replace(/\.\w+$/, '')} - ${t('imports.verdict.refused')}.csv`,
      refusedFile(rows, {
        reasons: t('imports.reasons'),
        sentence: (one) => problemSentence(t, one),
      }),
    )
  const saveRefused = async () => {
    if (own?.refused) return save(own.refused, own.file)
    if (!chosen) return
    const { upload, mapping, preview } = chosen
    try {
      save(await office.imports.refused({ upload, ...sheetOf(preview), mapping }), preview.file)
    } catch (error) {
      file.setProblem(importSentence(t, error))
    }
  }

  const again = () => {
    forgetImport()
    file.back(chosen ? 'check' : 'file')
  }
  const another = () => {
    forgetImport()
    file.back('file')
  }

  return (
    <div className="import">
      <Steps step={own ? 'done' : step} complete={own?.state === 'complete'} />
      <div className="import-body">
        {problem !== undefined && (
          <Banner tone="bad" onClose={() => file.setProblem(undefined)}>
            {step === 'file' ? (
              <>
                <b>{t('imports.file.failed')}</b> {problem} {t('imports.file.untouched')}
              </>
            ) : (
              problem
            )}
          </Banner>
        )}
        {own ? (
          <RunStep own={own} onSaveRefused={() => void saveRefused()} onAgain={again} onAnother={another} />
        ) : step === 'columns' && chosen ? (
          <ColumnsStep
            preview={chosen.preview}
            mapping={chosen.mapping}
            onChange={file.change}
            onForget={file.forget}
            onSheet={file.chooseSheet}
            busy={waiting !== undefined}
          />
        ) : step === 'check' && chosen ? (
          <CheckStep preview={chosen.preview} onSaveRefused={() => void saveRefused()} />
        ) : (
          <>
            <FileStep reading={waiting?.file} onFile={file.choose} />
            <PastImports />
          </>
        )}
      </div>
      {!own && step !== 'file' && <Bar file={file} />}
    </div>
  )
}

/** The way back and on. */
function Bar({ file }: { file: ReturnType<typeof useChosenFile> }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { step, chosen, waiting } = file
  if (!chosen) return null
  const { preview } = chosen
  const count = wanted(preview)
  const rows = t('imports.file.rows', { count: preview.rows, shown: notation.number(preview.rows) })
  return (
    <footer className="import-bar">
      <p role="status">
        {waiting?.for === 'judging' ? (
          t('imports.check.judging')
        ) : (
          <>
            <bdi>{preview.file}</bdi>
            {preview.rows > 0 && <span className="import-soft">{rows}</span>}
          </>
        )}
      </p>
      {step === 'columns' ? (
        <>
          <Button onClick={() => file.back('file')}>{t('imports.file.another')}</Button>
          <Button kind="primary" busy={waiting !== undefined} onClick={file.check}>
            {t('imports.run.next')}
          </Button>
        </>
      ) : (
        <>
          <Button onClick={() => file.back('columns')}>{t('imports.run.back')}</Button>
          <Button kind="primary" busy={waiting !== undefined} disabled={count === 0} onClick={file.start}>
            {t('imports.run.import', { count, shown: notation.number(count) })}
          </Button>
        </>
      )}
    </footer>
  )
}

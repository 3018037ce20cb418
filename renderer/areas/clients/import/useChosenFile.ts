import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { largestUpload, type ImportPreview, type SuggestedColumn } from '../../../../app/contract/imports.ts'
import { office } from '../../../shell/office/office.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { hasName, isOfCards, sheetOf } from './fields.ts'
import { startImport } from './ownImport.ts'
import { importSentence } from './sentences.ts'

export type Step = 'file' | 'columns' | 'check'

interface Chosen {
  readonly upload: string
  readonly preview: ImportPreview
  /** As the person has it; the preview may be of an earlier one. */
  readonly mapping: SuggestedColumn[]
}

/** A file on its way from the hand into the office: read, its columns named, its rows looked at, imported. */
export function useChosenFile() {
  const { t } = useTranslation()
  const notation = useNotation()
  const [step, setStep] = useState<Step>('file')
  const [chosen, setChosen] = useState<Chosen>()
  const [waiting, setWaiting] = useState<{ for: 'reading' | 'judging' | 'starting'; file: string }>()
  const [problem, setProblem] = useState<string>()
  const asking = useRef<AbortController>(undefined)
  useEffect(() => () => asking.current?.abort(), [])

  /** Does something that takes a while; what came before it is no longer waited for. */
  const attempt = useCallback(
    async (
      what: 'reading' | 'judging' | 'starting',
      file: string,
      work: (signal: AbortSignal) => Promise<void>,
    ) => {
      asking.current?.abort()
      const { signal } = (asking.current = new AbortController())
      setProblem(undefined)
      setWaiting({ for: what, file })
      try {
        await work(signal)
      } catch (error) {
        if (!signal.aborted) setProblem(importSentence(t, error))
      } finally {
        if (!signal.aborted) setWaiting(undefined)
      }
    },
    [t],
  )

  const choose = useCallback(
    (file: File) => {
      if (file.size > largestUpload) {
        setProblem(t('errors.TOO_LARGE', { most: notation.number(largestUpload / 1024 / 1024) }))
        return
      }
      void attempt('reading', file.name, async (signal) => {
        const { upload } = await office.imports.upload({ file }, { signal })
        const preview = await office.imports.preview({ upload }, { signal })
        setChosen({ upload, preview, mapping: withoutReasons(preview.mapping, t('imports.reasons')) })
        // Cards say themselves what is what: only where they name companies there is something to choose.
        setStep(preview.mapping.length === 0 ? 'check' : 'columns')
      })
    },
    [attempt, notation, t],
  )

  /** Looks at a file that the office has, anew: its columns as they are suggested. */
  const lookAnew = async (upload: string, sheet: { sheet?: string }, signal: AbortSignal) => {
    const preview = await office.imports.preview({ upload, ...sheet }, { signal })
    setChosen({ upload, preview, mapping: withoutReasons(preview.mapping, t('imports.reasons')) })
  }

  const chooseSheet = (sheet: string) => {
    if (!chosen) return
    void attempt('reading', chosen.preview.file, (signal) => lookAnew(chosen.upload, { sheet }, signal))
  }

  const forget = () => {
    if (!chosen) return
    const { upload, preview } = chosen
    const headings = preview.mapping.map(({ heading }) => heading)
    void attempt('reading', preview.file, async (signal) => {
      await office.imports.forgetMapping({ headings }, { signal })
      await lookAnew(upload, sheetOf(preview), signal)
    })
  }

  const check = () => {
    if (!chosen) return
    const { upload, mapping, preview } = chosen
    if (!isOfCards(preview) && !hasName(mapping)) {
      setProblem(t('imports.columns.noName'))
      return
    }
    // Also where nothing was changed: the clients may have been, since the file was read.
    void attempt('judging', preview.file, async (signal) => {
      const asked = { upload, ...sheetOf(preview), mapping }
      setChosen({ upload, mapping, preview: await office.imports.preview(asked, { signal }) })
      setStep('check')
    })
  }

  const start = () => {
    if (!chosen) return
    void attempt('starting', chosen.preview.file, () =>
      startImport(chosen.upload, chosen.preview, chosen.mapping),
    )
  }

  return {
    step,
    chosen,
    waiting,
    problem,
    choose,
    forget,
    chooseSheet,
    check,
    start,
    setProblem,
    change: (mapping: SuggestedColumn[]) => {
      setProblem(undefined)
      if (chosen) setChosen({ ...chosen, mapping })
    },
    back: (to: Step) => {
      asking.current?.abort()
      setWaiting(undefined)
      setProblem(undefined)
      if (to === 'file') setChosen(undefined)
      setStep(to)
    },
  }
}

/** The column that our own file of rows left out has at its end says nothing of a client. */
const withoutReasons = (mapping: SuggestedColumn[], reasons: string): SuggestedColumn[] =>
  mapping.map((entry) =>
    entry.heading === reasons ? { column: entry.column, heading: entry.heading, field: 'ignore' } : entry,
  )

import i18next from 'i18next'
import { create } from 'zustand'
import type {
  ImportPreview,
  ImportResult,
  RefusedRows,
  SuggestedColumn,
} from '../../../../app/contract/imports.ts'
import { toast } from '../../../kit/toasts.ts'
import { codeOf } from '../../../shell/errors.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { notationOf } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { openWindow } from '../../../shell/windows/index.ts'
import { sheetOf } from './fields.ts'
import { importSentence } from './sentences.ts'

/** The import this person began on this page: it runs on while its window is closed, and is found again when it opens. */
export interface OwnImport {
  readonly file: string
  readonly rows: number
  /** The rows left out, fetched while the office has the file. */
  readonly refused: RefusedRows | undefined
  readonly state: 'running' | 'stopping' | 'complete' | 'stopped' | 'failed'
  readonly result?: ImportResult
  /** Why it failed. */
  readonly problem?: string
}

export const useOwnImport = create<{ own: OwnImport | null; watchers: number }>(() => ({
  own: null,
  watchers: 0,
}))

const change = (changed: Partial<OwnImport>) =>
  useOwnImport.setState(({ own }) => (own ? { own: { ...own, ...changed } } : {}))

/** Counts the windows that show it; for an effect. With none, a notice tells when it is done. */
export function watchOwnImport(): () => void {
  const by = (more: number) => useOwnImport.setState(({ watchers }) => ({ watchers: watchers + more }))
  by(1)
  return () => {
    by(-1)
    const state = useOwnImport.getState().own?.state
    // What was seen once is over with its window.
    if (state !== 'running' && state !== 'stopping') forgetImport()
  }
}

/** Throws what the office refuses before it begins: BUSY, BAD_MAPPING, NO_NAME_COLUMN, NOT_FOUND. */
export async function startImport(
  upload: string,
  preview: ImportPreview,
  mapping: SuggestedColumn[],
): Promise<void> {
  const { file, rows, counts } = preview
  const asked = { upload, ...sheetOf(preview), mapping }
  const refused = counts.refused > 0 ? await office.imports.refused(asked) : undefined
  useOwnImport.setState({ own: { file, rows, refused, state: 'running' } })
  try {
    const result = await office.imports.run(asked)
    change({ state: 'complete', result })
    if (useOwnImport.getState().watchers === 0) tellDone(result.created)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'CANCELLED') return change({ state: 'stopped' })
    if (code !== undefined && code !== 'NOT_SIGNED_IN') {
      useOwnImport.setState({ own: null })
      throw error
    }
    const { t } = i18next
    change({
      state: 'failed',
      problem: code === undefined ? t('imports.run.lost') : importSentence(t, error),
    })
  }
}

function tellDone(count: number): void {
  const { t } = i18next
  const shown = notationOf(useLanguage.getState().language).number(count)
  toast({
    tone: 'good',
    text: t('imports.end.toast', { count, shown }),
    action: { label: t('imports.end.show'), onChoose: () => void openWindow('/clients') },
  })
}

export async function stopImport(): Promise<void> {
  change({ state: 'stopping' })
  try {
    await office.imports.cancel()
  } catch {
    change({ state: 'running' })
  }
}

/** The window goes back to its beginning. */
export const forgetImport = (): void => useOwnImport.setState({ own: null })

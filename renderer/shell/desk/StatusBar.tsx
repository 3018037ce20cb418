import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { languages } from '../../../app/languages.ts'
import { Dot } from '../../kit/Badge.tsx'
import type { Tone } from '../../kit/tone.ts'
import { useMay } from '../account.ts'
import { keepPopup, usePopup } from '../calls/popupStore.ts'
import { useLanguage } from '../language/language.ts'
import { useNotation } from '../language/notation.ts'
import { useConnection } from '../office/connection.ts'
import { useImportProgress } from '../office/following.ts'
import { ask } from '../office/office.ts'
import { openWindow, TaskStrip } from '../windows/index.ts'

/** The open windows, and the state of everything that could stop the work, each a click from its window. */
export function StatusBar() {
  const { t } = useTranslation()
  return (
    <footer className="statusbar">
      <TaskStrip />
      <div className="states" role="status" aria-label={t('shell.status.label')}>
        <QuietCalls />
        <ImportState />
        <MissedState />
        <TelephoneState />
        <BackupState />
        <PeopleState />
        <ConnectionState />
        <LanguageState />
      </div>
    </footer>
  )
}

function State(props: { tone?: Tone; text: string; address?: string | undefined }) {
  const { tone, text, address } = props
  const face = (
    <>
      {tone && <Dot tone={tone} />}
      {text}
    </>
  )
  return address ? (
    <button type="button" className="state" onClick={() => openWindow(address)}>
      {face}
    </button>
  ) : (
    <span className="state">{face}</span>
  )
}

function ConnectionState() {
  const { t } = useTranslation()
  const state = useConnection((connection) => connection.state)
  if (state === 'open') return <State tone="good" text={t('shell.status.connected')} />
  return <State tone="warn" text={state === 'lost' ? t('shell.status.lost') : t('shell.status.connecting')} />
}

function BackupState() {
  const { t } = useTranslation()
  const may = useMay()
  const notation = useNotation()
  const { data } = useQuery(ask.session.status.queryOptions())
  if (!data) return null
  const address = may('backups.make') ? '/backups' : undefined
  if (data.backupFailed) return <State tone="bad" text={t('shell.status.backupFailed')} address={address} />
  if (data.backupCopyMissing)
    return <State tone="warn" text={t('shell.status.backupCopy')} address={address} />
  return data.backupAt === null ? (
    <State tone="warn" text={t('shell.status.noBackup')} address={address} />
  ) : (
    <State text={t('shell.status.backupAt', { when: notation.when(data.backupAt) })} address={address} />
  )
}

/** Absent where there is no exchange. */
function TelephoneState() {
  const { t } = useTranslation()
  const may = useMay()
  const notation = useNotation()
  const { data } = useQuery({ ...ask.telephone.states.queryOptions(), enabled: may('calls.see') })
  const used = data?.filter(({ state, problem }) => state !== 'off' || problem !== null) ?? []
  const [first] = used
  if (!first) return null
  const lost = used.filter(({ state }) => state === 'waiting' || state === 'off')
  const text =
    lost.length === 0
      ? t('telephone.status.fine')
      : lost.length === 1
        ? t('telephone.status.one', { name: lost[0]!.name })
        : t('telephone.status.lost', { count: lost.length, shown: notation.number(lost.length) })
  const amiss = used.some(({ problem }) => problem !== null)
  const tone = lost.length > 0 ? 'bad' : amiss ? 'warn' : 'good'
  return <State tone={tone} text={text} address="/settings/telephone" />
}

/** Absent where everybody has been called back. */
function MissedState() {
  const { t } = useTranslation()
  const may = useMay()
  const notation = useNotation()
  const { data } = useQuery({ ...ask.callHistory.waiting.queryOptions(), enabled: may('calls.see') })
  const count = data?.callers ?? 0
  if (count === 0) return null
  const text = t('callHistory.missed.toCall', { count, shown: notation.number(count) })
  return <State tone="warn" text={text} address="/calls/missed" />
}

function PeopleState() {
  const { t } = useTranslation()
  const may = useMay()
  const notation = useNotation()
  const { data } = useQuery(ask.session.status.queryOptions())
  if (!data) return null
  const text = t('shell.status.people', { count: data.people, shown: notation.number(data.people) })
  return <State text={text} address={may('staff.see') ? '/staff' : undefined} />
}

function ImportState() {
  const { t } = useTranslation()
  const may = useMay()
  const notation = useNotation()
  const progress = useImportProgress((state) => state.progress)
  if (!progress) return null
  const done = notation.number(progress.done)
  const text =
    progress.rows === null
      ? t('shell.status.importing', { done })
      : t('shell.status.importingOf', { done, total: notation.number(progress.rows) })
  return <State tone="info" text={text} address={may('clients.import') ? '/clients/import' : undefined} />
}

/** Calls that come without being shown: pressed, they are shown again. */
function QuietCalls() {
  const { t } = useTranslation()
  const quiet = usePopup((state) => state.quiet)
  if (!quiet) return null
  return (
    <button type="button" className="state" onClick={() => keepPopup({ quiet: false })}>
      <Dot tone="warn" />
      {t('callPopup.quietOn')}
    </button>
  )
}

function LanguageState() {
  const language = useLanguage((state) => state.language)
  return <State text={languages[language].name} address="/settings" />
}

import { skipToken, useQuery } from '@tanstack/react-query'
import { UserPlus, UserRound, UserRoundX } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call } from '../../../../app/contract/calls.ts'
import { Button } from '../../../kit/Button.tsx'
import { Chip } from '../../../kit/Chip.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { TextArea } from '../../../kit/form/TextArea.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useMay } from '../../../shell/account.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { codeOf, sentenceOf } from '../../../shell/errors.ts'
import { keys } from '../../../shell/keys.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { Picker } from '../../../kit/Picker.tsx'
import { clientOptions } from '../../clients/people/searching.ts'
import { shownPrice } from '../costs/rateColumns.ts'
import { CallRatings } from '../ratings/CallRatings.tsx'
import { CallQuality } from '../quality/CallQuality.tsx'
import './calls.css'
import { toneOfCall } from './columns.tsx'
import { clockOf } from '../lengths.ts'
import { RecordingPlayer } from './RecordingPlayer.tsx'

/** One call: how it went, whose it was, and what people wrote on it. */
export function CallWindow() {
  const { t } = useTranslation()
  const win = useWindow()
  const id = Number(win.params.id)
  const possible = Number.isSafeInteger(id) && id > 0
  const call = useQuery(ask.calls.one.queryOptions({ input: possible ? { id } : skipToken }))
  if (!possible || codeOf(call.error) === 'NOT_FOUND')
    return (
      <ErrorState title={t('callHistory.card.notFound')}>
        <Button onClick={() => void win.close()}>{t('kit.close')}</Button>
      </ErrorState>
    )
  if (call.data) return <CallCard key={call.data.id} call={call.data} />
  if (call.error) return <ErrorState title={sentenceOf(call.error)} onRetry={() => void call.refetch()} />
  return (
    <div className="client-waiting">
      <Spinner />
    </div>
  )
}

function CallCard({ call }: { call: Call }) {
  const { t } = useTranslation()
  const { setTitle } = useWindow()
  const notation = useNotation()
  const mayListen = useMay()('calls.listen')
  const number = call.number ?? ''
  const who = call.client?.name ?? (call.name || number || t('callHistory.anonymous'))
  useEffect(() => setTitle(who), [setTitle, who])
  return (
    <div className="call-card" tabIndex={0} role="region" aria-label={who}>
      <header>
        <h2>
          <bdi>{who}</bdi>
        </h2>
        {number !== '' && <PhoneNumber number={number} />}
        <span>{t(`callHistory.directions.${call.direction}`)}</span>
        <Chip tone={toneOfCall(call) ?? 'neutral'}>
          {call.outcome === null ? t('callHistory.onLine') : t(`callOutcomes.${call.outcome}`)}
        </Chip>
        {call.missed && call.returnedAt !== null && (
          <Chip tone="good">
            {[
              t('callHistory.card.returnedAt', { when: notation.dayAndTime(call.returnedAt) }),
              ...(call.returnedBy === null ? [] : [call.returnedBy]),
              t('callHistory.card.returnedAfter', { time: clockOf(call.returnedAt - call.startedAt) }),
            ].join(' · ')}
          </Chip>
        )}
      </header>
      <Course call={call} />
      {call.recorded && mayListen && <RecordingPlayer call={call.id} />}
      <Whose call={call} />
      <Remarks call={call} />
      <CallRatings call={call.id} />
      <CallQuality call={call} />
    </div>
  )
}

/** What happened, in its order. */
function Course({ call }: { call: Call }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { dayAndTime, time } = notation
  const by = call.employee?.name ?? call.extension
  const steps: [when: string, what: string][] = [
    [dayAndTime(call.startedAt), t('callHistory.card.started')],
    ...(call.rang.length > 0
      ? [['', t('callHistory.card.rang', { names: call.rang.join(', ') })] as [string, string]]
      : []),
    ...(call.answeredAt === null
      ? []
      : [
          [
            time(call.answeredAt),
            t('callHistory.card.answered', { time: clockOf(call.waited) }) + (by === null ? '' : ` · ${by}`),
          ] as [string, string],
        ]),
    ...(call.transferredTo.length > 0
      ? [
          ['', t('callHistory.card.transferred', { names: call.transferredTo.join(', ') })] as [
            string,
            string,
          ],
        ]
      : []),
    ...(call.endedAt === null ? [] : [[time(call.endedAt), t('callHistory.card.ended')] as [string, string]]),
  ]
  return (
    <section aria-label={t('callHistory.card.course')}>
      <h3>{t('callHistory.card.course')}</h3>
      <ol className="call-course">
        {steps.map(([when, what]) => (
          <li key={what}>
            <span className="kit-numbers call-soft">{when}</span>
            <bdi>{what}</bdi>
          </li>
        ))}
      </ol>
      <dl className="call-facts">
        <Fact name={t('callFields.wait')} value={clockOf(call.waited)} />
        <Fact name={t('callFields.talk')} value={clockOf(call.talked)} />
        {call.line !== null && <Fact name={t('callFields.line')} value={call.line} />}
        <Fact name={t('callFields.exchange')} value={call.exchange.name} />
        {call.cost && (
          <Fact
            name={t('callFields.cost')}
            value={`${shownPrice(notation, call.cost.fine, call.cost.currency)} ${call.cost.currency}`}
          />
        )}
      </dl>
    </section>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="kit-numbers">
        <bdi>{value}</bdi>
      </dd>
    </div>
  )
}

const anyClient = clientOptions(undefined)

function Whose({ call }: { call: Call }) {
  const { t } = useTranslation()
  const win = useWindow()
  const may = useMay()
  const [finding, setFinding] = useState(false)
  const link = async (clientId: number | null) => {
    setFinding(false)
    await tell(office.calls.save({ id: call.id, clientId }))
  }
  const { client, number = '' } = call
  return (
    <section aria-label={t('callHistory.card.client')}>
      <h3>{t('callHistory.card.client')}</h3>
      <div className="call-whose">
        {client ? (
          <Button icon={UserRound} kind="quiet" onClick={() => void win.open(`/clients/${client.id}`)}>
            {client.name}
          </Button>
        ) : (
          <span className="call-soft">{t('callHistory.card.noClient')}</span>
        )}
        {may('calls.edit') && client && (
          <Button icon={UserRoundX} size="small" onClick={() => void link(null)}>
            {t('callHistory.card.unlink')}
          </Button>
        )}
        {may('calls.edit') && may('clients.see') && !client && !finding && (
          <Button size="small" onClick={() => setFinding(true)}>
            {t('callHistory.card.link')}
          </Button>
        )}
        {may('clients.edit') && !client && number !== '' && (
          <Button
            icon={UserPlus}
            size="small"
            onClick={() => void win.open(`/clients/new?phone=${encodeURIComponent(number)}`)}
          >
            {t('callHistory.card.newClient')}
          </Button>
        )}
      </div>
      {finding && (
        <Picker
          autoFocus
          label={t('callHistory.card.link')}
          search={anyClient}
          value={null}
          onChange={(hit) => hit && void link(Number(hit.id))}
        />
      )}
    </section>
  )
}

/** Note and tags, saved by a button or Ctrl+S. */
function Remarks({ call }: { call: Call }) {
  const { t } = useTranslation()
  const win = useWindow()
  const mayEdit = useMay()('calls.edit')
  const [note, setNote] = useState(call.note)
  const [tags, setTags] = useState(call.tags.join(', '))
  const changed = note !== call.note || tags !== call.tags.join(', ')
  useEffect(() => win.setDirty(changed), [win, changed])
  const save = async () => {
    const list = tags
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '')
    const done = await tell(office.calls.save({ id: call.id, note, tags: list }))
    if (done) toast({ tone: 'good', text: t('callHistory.card.saved'), seconds: 3 })
  }
  const onSave = useEffectEvent(() => void save())
  useEffect(() => (mayEdit ? win.registerCommand('save', () => onSave()) : undefined), [win, mayEdit])
  return (
    <section className="call-remarks" aria-label={t('callHistory.card.note')}>
      <TextArea
        label={t('callHistory.card.note')}
        readOnly={!mayEdit}
        maxLength={5000}
        rows={3}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <TextField
        label={t('callHistory.card.tags')}
        readOnly={!mayEdit}
        maxLength={800}
        value={tags}
        onChange={(event) => setTags(event.currentTarget.value)}
      />
      {mayEdit && (
        <Button kind="primary" keys={keys.save} disabled={!changed} onClick={() => void save()}>
          {t('callHistory.card.save')}
        </Button>
      )}
    </section>
  )
}

async function tell(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    toast({ tone: 'bad', text: sentenceOf(error) })
    return false
  }
}

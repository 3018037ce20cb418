import { ArrowRightLeft, PhoneOff } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import type { MenuEntry } from '../../../kit/MenuEntries.tsx'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import { Button } from '../../../kit/Button.tsx'
import { Toolbar } from '../../../kit/Toolbar.tsx'
import { useAccount, useMay } from '../../../shell/account.ts'
import type { HeardCall } from '../../../shell/calls/heard.ts'
import { useLiveCalls } from '../../../shell/calls/liveCalls.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { openWindow } from '../../../shell/windows/index.ts'
import { clientOf } from '../callWords.ts'
import { asked, handOver, useColleagues } from '../handingOver.ts'
import { boardColumns } from './columns.tsx'

/** The longest on the line first. */
const bySince = [{ column: 'since', descending: false }]

/** Every call that is on the line now: who waits, who talks, since when. Lives by what the office tells. */
export function BoardWindow() {
  const { t } = useTranslation()
  const may = useMay()
  const account = useAccount()
  const notation = useNotation()
  const language = useLanguage((state) => state.language)
  const { calls } = useLiveCalls()
  const live = useMemo(() => [...calls.values()].filter(({ phase }) => phase !== 'over'), [calls])
  const [active, setActive] = useState<HeardCall>()
  const columns = useMemo(
    () => boardColumns({ t, notation, language, country: account.office.country }),
    [t, notation, language, account.office.country],
  )
  const table = useLocalTable(
    'calls.board',
    useCallback(() => live, [live]),
    columns,
    { sort: bySince },
  )
  const current = active && live.find(({ call }) => call.id === active.call.id)
  const hangUp = ({ call }: HeardCall) => asked(office.dialling.hangUp({ call: call.id }))
  const colleagues = useColleagues(may('calls.dial'))
  /** The client's manager first: it is them whom most callers want. */
  const receivers = ({ call }: HeardCall): MenuEntry[] => {
    const manager = clientOf(call)?.manager?.id
    const entry = ({ id, name, extension }: (typeof colleagues)[number]) => ({
      label: t(id === manager ? 'callPopup.board.manager' : 'callPopup.colleague', { name, extension }),
      onChoose: () => handOver(call.id, id),
    })
    return [
      ...colleagues.filter(({ id }) => id === manager).map(entry),
      ...colleagues.filter(({ id }) => id !== manager).map(entry),
    ]
  }
  const open = ({ call }: HeardCall) => {
    const client = clientOf(call)
    if (client) openWindow(`/clients/${client.id}`)
  }
  const menu = (heard: HeardCall): MenuEntry[] => [
    ...(clientOf(heard.call) ? [{ label: t('callPopup.open'), onChoose: () => open(heard) }] : []),
    ...(colleagues.length > 0
      ? [{ label: t('callPopup.transfer'), icon: ArrowRightLeft, entries: receivers(heard) }]
      : []),
    ...(may('calls.dial')
      ? [{ label: t('callPopup.hangUp'), icon: PhoneOff, danger: true, onChoose: () => hangUp(heard) }]
      : []),
  ]
  return (
    <div className="call-board">
      {may('calls.dial') && (
        <Toolbar label={t('callPopup.actions')}>
          <MenuButton
            icon={ArrowRightLeft}
            label={t('callPopup.transfer')}
            disabled={!current || colleagues.length === 0}
            entries={current ? receivers(current) : []}
          />
          <Button icon={PhoneOff} disabled={!current} onClick={() => current && hangUp(current)}>
            {t('callPopup.hangUp')}
          </Button>
        </Toolbar>
      )}
      <Grid
        label={t('callPopup.board.title')}
        {...table}
        version={live.map(({ call, phase }) => `${call.id}${phase}${call.at}`).join()}
        rowId={({ call }) => call.id}
        onActive={setActive}
        onOpen={open}
        menu={menu}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={<EmptyState title={t('callPopup.board.empty')} text={t('callPopup.board.emptyHelp')} />}
      />
    </div>
  )
}

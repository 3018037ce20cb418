import type { TFunction } from 'i18next'
import { Chip } from '../../../kit/Chip.tsx'
import type { Column } from '../../../kit/grid/types.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { talkedSeconds, waitedSeconds, type HeardCall } from '../../../shell/calls/heard.ts'
import type { Notation } from '../../../shell/language/notation.ts'
import { callerName, shownNumber } from '../callWords.ts'
import { clock } from '../lengths.ts'
import { useNow } from '../popup/useNow.ts'
import './board.css'

interface Given {
  readonly t: TFunction
  readonly notation: Notation
  readonly language: string
  readonly country: string
}

/** The board's columns: state and clock, who, at whose telephone, over which line, since when. */
export function boardColumns({ t, notation, language, country }: Given): Column<HeardCall>[] {
  const stateOf = ({ call }: HeardCall) =>
    call.answeredAt === null
      ? call.direction === 'outgoing'
        ? t('callPopup.calling')
        : t('callPopup.rings')
      : t('callPopup.board.talks')
  const telephones = ({ call }: HeardCall) =>
    (call.talking.length > 0 ? call.talking : call.ringing)
      .map(({ person, extension }) => person?.name ?? extension)
      .join(', ') ||
    (call.employee?.person?.name ?? call.employee?.extension ?? '')
  const text = (
    id: string,
    title: string,
    width: number,
    value: (heard: HeardCall) => string | undefined,
  ) => ({
    id,
    title,
    width,
    sortable: true,
    groupable: true,
    filterAs: 'text' as const,
    value,
  })
  return [
    {
      ...text('state', t('callPopup.board.state'), 150, stateOf),
      fixed: true,
      render: (heard) => (
        <span className="call-board-state">
          <Chip tone={heard.call.answeredAt === null ? 'accent' : 'good'}>{stateOf(heard)}</Chip>
          <Running heard={heard} />
        </span>
      ),
    },
    {
      ...text('who', t('callPopup.board.who'), 220, ({ call }) => callerName(call, language, country, t)),
      grow: 2,
    },
    {
      ...text('number', t('clients.columns.phone'), 140, ({ call }) => shownNumber(call, country)),
      render: ({ call }) => {
        const number = shownNumber(call, country)
        return number === undefined ? null : <PhoneNumber number={number} inLine />
      },
    },
    { ...text('at', t('callPopup.board.at'), 160, telephones), grow: 1 },
    text('direction', t('callPopup.board.direction'), 100, ({ call }) =>
      t(`callPopup.directions.${call.direction}`),
    ),
    text('line', t('callPopup.board.line'), 110, ({ call }) => call.line ?? ''),
    {
      id: 'since',
      title: t('callPopup.board.since'),
      width: 108,
      sortable: true,
      order: ({ call }) => call.startedAt,
      value: ({ call }) => notation.time(call.startedAt),
    },
  ]
}

/** How long somebody waits, or they talk. */
function Running({ heard }: { heard: HeardCall }) {
  const now = useNow(true)
  const seconds = heard.call.answeredAt === null ? waitedSeconds(heard, now) : talkedSeconds(heard, now)
  return <span className="kit-numbers">{clock(seconds)}</span>
}

import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { Operation } from '../../../app/contract/log.ts'
import { areaOfAction } from '../../../app/logAreas.ts'
import type { Column } from '../../kit/grid/types.ts'
import type { Notation } from '../../shell/language/notation.ts'
import { areaName, deedOf, doerOf, seatOf, subjectName } from './deeds.ts'
import { lineOf, type ReadableChange } from './wording.ts'

interface Given {
  readonly t: TFunction
  readonly notation: Notation
  readonly wording: (operation: Operation) => ReadableChange[]
  /** Opens what the line is about; undefined where it has no window or one may not. */
  readonly opener: (operation: Operation) => (() => void) | undefined
  readonly filters: { readonly who: ReactNode; readonly what: ReactNode }
}

export function logColumns({ t, notation, wording, opener, filters }: Given): Column<Operation>[] {
  return [
    {
      id: 'when',
      title: t('log.columns.when'),
      width: 134,
      fixed: true,
      groupable: true,
      value: ({ at }) => notation.dayAndTime(at),
    },
    {
      id: 'who',
      title: t('log.columns.who'),
      width: 124,
      groupable: true,
      value: (operation) => doerOf(operation) ?? t('log.nobody'),
      render: (operation) => doerOf(operation) ?? <span className="log-nobody">{t('log.nobody')}</span>,
      filter: filters.who,
    },
    {
      id: 'area',
      title: t('log.columns.area'),
      width: 110,
      rare: true,
      groupable: true,
      value: ({ action }) => areaName(t, areaOfAction(action)),
    },
    {
      id: 'what',
      title: t('log.columns.what'),
      width: 176,
      groupable: true,
      value: (operation) => deedOf(t, operation),
      filter: filters.what,
    },
    {
      id: 'whom',
      title: t('log.columns.whom'),
      width: 150,
      value: (operation) => subjectName(t, operation),
      render: (operation) => {
        const name = subjectName(t, operation)
        const open = opener(operation)
        return open ? (
          <button type="button" className="kit-link log-link" tabIndex={-1} onClick={open}>
            <bdi>{name}</bdi>
          </button>
        ) : (
          name
        )
      },
    },
    {
      id: 'changes',
      title: t('log.columns.changes'),
      width: 170,
      grow: 1,
      value: (operation) => lineOf(t, wording(operation)),
    },
    { id: 'seat', title: t('log.columns.seat'), width: 104, value: (operation) => seatOf(t, operation) },
  ]
}

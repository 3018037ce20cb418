import { Building2, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '../../../../app/contract/clients.ts'
import { Chip } from '../../../kit/Chip.tsx'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { ClientFace } from '../ClientFace.tsx'
import { useManagers, useStatuses } from '../lists.ts'
import './cards.css'

/** One client among many: the face, what they are called, how to reach them, where they stand. */
export function ClientTile({ row }: { row: ClientRow }) {
  const { t } = useTranslation()
  const status = useStatuses().find(({ id }) => id === row.statusId)
  const manager = useManagers().find(({ id }) => id === row.managerId)
  const Kind = row.kind === 'person' ? UserRound : Building2
  const place = [row.city, row.contact].filter(Boolean).join(' · ')
  return (
    <div className="client-tile">
      <ClientFace client={row} size={40} />
      <div className="client-tile-words">
        <bdi className="client-tile-name" title={[row.name, ...row.otherNames].join(' · ')}>
          {row.name}
        </bdi>
        {row.otherNames[0] !== undefined && (
          <bdi className="client-soft client-tile-line">{row.otherNames[0]}</bdi>
        )}
        {row.phone !== undefined ? (
          <span className="client-tile-line">
            <PhoneNumber number={row.phone} inLine />
          </span>
        ) : (
          row.email !== undefined && (
            <bdi className="client-tile-line" dir="ltr">
              {row.email}
            </bdi>
          )
        )}
        {place !== '' && <bdi className="client-soft client-tile-line">{place}</bdi>}
      </div>
      <Kind className="client-kind" size={14} role="img" aria-label={t(`clients.kinds.${row.kind}`)} />
      <div className="client-tile-foot">
        {status && <Chip tone={status.tone}>{status.name}</Chip>}
        {manager && <bdi className="client-soft client-tile-line">{manager.name}</bdi>}
      </div>
    </div>
  )
}

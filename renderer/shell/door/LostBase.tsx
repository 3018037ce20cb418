import { FolderOpen, RefreshCw, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LostBase as Lost } from '../../../app/contract/door.ts'
import type { DoorState } from '../../../app/contract/door.ts'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { sentenceOf } from '../errors.ts'
import { useNotation } from '../language/notation.ts'
import { office } from '../office/office.ts'
import { DoorPage } from './DoorPage.tsx'

/** The base is gone or cannot be opened: what has happened, what was kept, and the ways back. Nothing is put in its place unasked. */
export function LostBase({ door, onChanged }: { door: DoorState; onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const { lost } = door
  return (
    <DoorPage version={door.version}>
      <section className="door-card wide door-lost" role="alert">
        <h1>{t(`door.lost.${lost?.reason ?? 'vanished'}.title`)}</h1>
        {lost ? <WaysBack lost={lost} onChanged={onChanged} /> : <p>{t('door.lost.elsewhere')}</p>}
      </section>
    </DoorPage>
  )
}

function WaysBack({ lost, onChanged }: { lost: Lost; onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { reason, folder, backups } = lost
  const [chosen, setChosen] = useState(backups[0]?.name ?? '')
  const [busy, setBusy] = useState<'looking' | 'bringing'>()
  const [problem, setProblem] = useState<string>()
  const { counterpart: program } = window

  const act = async (what: 'looking' | 'bringing', ask: () => Promise<unknown>) => {
    setBusy(what)
    setProblem(undefined)
    try {
      await ask()
      await onChanged()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(undefined)
    }
  }
  const when = ({ at }: (typeof backups)[number]) => notation.dayAndTime(at)
  const newest = backups.find(({ name }) => name === chosen)
  return (
    <>
      <p>{t(`door.lost.${reason}.text`)}</p>
      <p className="door-folder">
        <bdi dir="ltr">{folder}</bdi>
      </p>
      {problem && <Banner tone="bad">{problem}</Banner>}
      <div className="door-ways">
        <Button
          icon={RefreshCw}
          busy={busy === 'looking'}
          disabled={busy !== undefined}
          onClick={() => void act('looking', () => office.door.lookAgain())}
        >
          {t('door.lost.look')}
        </Button>
        {program?.chooseFolder && (
          <Button icon={FolderOpen} disabled={busy !== undefined} onClick={() => program.chooseFolder?.()}>
            {t('door.lost.folder')}
          </Button>
        )}
      </div>
      {!program?.chooseFolder && <p className="door-hint">{t('door.lost.folderByHand')}</p>}
      {reason !== 'newer' && backups.length > 0 && newest && (
        <div className="door-back">
          <SelectField
            label={t('door.lost.backup')}
            value={chosen}
            options={backups.map((backup) => ({ id: backup.name, label: when(backup) }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button
            kind="primary"
            icon={RotateCcw}
            busy={busy === 'bringing'}
            disabled={busy !== undefined}
            onClick={() => void act('bringing', () => office.door.bringBack({ name: chosen }))}
          >
            {t('door.lost.bring')}
          </Button>
          <p className="door-hint">{t(`door.lost.${reason}.kept`, { when: when(newest) })}</p>
        </div>
      )}
      {reason !== 'newer' && backups.length === 0 && <p className="door-hint">{t('door.lost.none')}</p>}
    </>
  )
}

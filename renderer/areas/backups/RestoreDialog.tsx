import { Archive, DatabaseBackup, LogOut, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../app/contract/backups.ts'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { Progress } from '../../kit/Progress.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { useWindowList } from '../../shell/windows/index.ts'
import { restoreBackup } from './restoreBackup.ts'

/** Asks whether the office shall go back to a backup, and says everything that this means. */
export function RestoreDialog({ backup, onClosed }: { backup: Backup; onClosed: () => void }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const unsaved = useWindowList().filter((window) => window.dirty)
  const [open, setOpen] = useState(true)
  const [agreed, setAgreed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const when = `${notation.longDay(backup.at)}, ${notation.time(backup.at)}`

  const restore = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await restoreBackup(backup.name)
      setOpen(false)
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }
  const points = [
    { icon: DatabaseBackup, text: t('backups.restore.back', { when }) },
    { icon: TriangleAlert, text: t('backups.restore.lost') },
    { icon: Archive, text: t('backups.restore.kept') },
    { icon: LogOut, text: t('backups.restore.out') },
  ]
  return (
    <Dialog
      open={open}
      onClose={() => !busy && setOpen(false)}
      onClosed={onClosed}
      title={t('backups.restore.title', { when })}
      footer={
        <>
          <Button disabled={busy} onClick={() => setOpen(false)}>
            {t('kit.cancel')}
          </Button>
          <Button kind="danger" disabled={!agreed} busy={busy} onClick={() => void restore()}>
            {t('backups.restore.yes')}
          </Button>
        </>
      }
    >
      {problem && <Banner tone="bad">{problem}</Banner>}
      <ul className="backups-points">
        {points.map(({ icon: Icon, text }) => (
          <li key={text}>
            <Icon size={16} aria-hidden="true" />
            {text}
          </li>
        ))}
      </ul>
      {unsaved.length > 0 && (
        <Banner tone="warn">
          {t('backups.restore.unsaved', {
            count: unsaved.length,
            shown: notation.number(unsaved.length),
            names: unsaved.map(({ title }) => title).join(', '),
          })}
        </Banner>
      )}
      {busy ? (
        <Progress label={t('backups.restore.busy')} />
      ) : (
        <CheckField
          label={t('backups.restore.agree', { when })}
          checked={agreed}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
        />
      )}
    </Dialog>
  )
}

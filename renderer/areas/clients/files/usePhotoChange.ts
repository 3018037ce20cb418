import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import { toast } from '../../../kit/toasts.ts'
import { codeOf, sentenceOf } from '../../../shell/errors.ts'
import { bringFile } from '../../../shell/office/bringing.ts'
import { queries } from '../../../shell/office/following.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { shrunk } from './shrinking.ts'

/** Saves at once, whatever else is typed on the card: the photo is no field of the form. */
async function savePhoto(id: number, photo: string | null): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    // eslint-disable-next-line no-await-in-loop -- again only where somebody saved in between
    const { revision } = await office.clients.card({ id })
    try {
      // eslint-disable-next-line no-await-in-loop -- as above
      const saved = await office.clients.save({ id, revision, draft: { photo } })
      queries.setQueryData(ask.clients.card.queryKey({ input: { id } }), saved)
      return
    } catch (error) {
      if (codeOf(error) !== 'CHANGED_MEANWHILE' || attempt > 1) throw error
    }
  }
}

/** Changing the photo of a client: said when it is done, with the way back. */
export function usePhotoChange({ id, photo }: Pick<ClientCard, 'id' | 'photo'>) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  const change = async (to: string | null) => {
    const before = photo ?? null
    await savePhoto(id, to)
    toast({
      text: to === null ? t('files.photo.removed') : t('files.photo.changed'),
      tone: 'good',
      action: { label: t('files.undo'), onChoose: () => void during(() => savePhoto(id, before)) },
    })
  }
  return {
    busy,
    take: (file: Blob) =>
      void during(async () => {
        const { hash } = await bringFile(await shrunk(file))
        if (hash !== photo) await change(hash)
      }),
    remove: () => void during(() => change(null)),
  }
}

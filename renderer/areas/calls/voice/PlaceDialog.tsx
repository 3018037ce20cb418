import { useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { voicePlace, type VoicePlace } from '../../../../app/contract/voiceMessages.ts'
import { TextField } from '../../../kit/form/TextField.tsx'
import { FormDialog } from '../../../shell/FormDialog.tsx'
import { ask, office } from '../../../shell/office/office.ts'

/** How recordings come to the exchange. */
export function PlaceDialog({ onClosed }: { onClosed: () => void }) {
  const place = useQuery(ask.voiceMessages.place.queryOptions())
  return place.data ? <PlaceForm place={place.data} onClosed={onClosed} /> : null
}

function PlaceForm({ place, onClosed }: { place: VoicePlace; onClosed: () => void }) {
  const { t } = useTranslation()
  const form = useForm<VoicePlace>({ mode: 'onTouched', defaultValues: place })
  const save = async (values: VoicePlace): Promise<boolean> => {
    await office.voiceMessages.savePlace(values)
    return true
  }
  return (
    <FormDialog
      form={form}
      title={t('voice.place')}
      text={t('voice.placeText')}
      onSave={save}
      onClosed={onClosed}
    >
      <TextField
        dir="ltr"
        label={t('voice.folder')}
        hint={t('voice.folderHint')}
        maxLength={500}
        {...form.register('folder')}
      />
      <TextField
        dir="ltr"
        label={t('voice.prefix')}
        hint={t('voice.prefixHint')}
        maxLength={100}
        {...form.register('prefix', {
          validate: (text) => voicePlace.shape.prefix.safeParse(text).success || t('voice.wrongPrefix'),
        })}
      />
    </FormDialog>
  )
}

import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { tones, type ListEntry, type ListId } from '../../../app/contract/lists.ts'
import { entryName } from '../../../app/lists.ts'
import { Chip } from '../../kit/Chip.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { toast } from '../../kit/toasts.ts'
import { codeOf, sentenceOf } from '../../shell/errors.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { office } from '../../shell/office/office.ts'
import { FormDialog } from '../../shell/FormDialog.tsx'
import { givenNames, NamesFields } from './NamesFields.tsx'

interface Values {
  name: string
  names: Record<string, string>
  tone: ListEntry['tone']
}

/** A new entry of a list, or one that is there. */
export function EntryDialog(props: { list: ListId; entry: ListEntry | undefined; onClosed: () => void }) {
  const { list, entry, onClosed } = props
  const { t } = useTranslation()
  const language = useLanguage((state) => state.language)
  // What the program itself calls it, as long as nobody has given it a name.
  const shown = entry ? entryName({ ...entry, names: {} }, language, (key) => t(`lists.ready.${key}`)) : ''
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: { name: shown, names: entry?.names ?? {}, tone: entry?.tone ?? 'neutral' },
  })
  const [tone, name] = useWatch({ control: form.control, name: ['tone', 'name'] })

  const write = (values: Pick<ListEntry, 'name' | 'names' | 'tone'>, id?: number) =>
    office.lists.saveEntry({ list, ...values, ...(id === undefined ? {} : { id }) })
  const save = async (values: Values): Promise<boolean> => {
    const typed = values.name.trim()
    const own = entry && typed === shown ? entry.name : typed
    try {
      const saved = await write({ name: own, names: givenNames(values.names), tone: values.tone }, entry?.id)
      toast({
        tone: 'good',
        text: t(entry ? 'lists.saved' : 'lists.added', { name: typed }),
        action: {
          label: t('lists.undo'),
          onChoose: () =>
            void (entry ? write(entry, entry.id) : office.lists.retireEntry({ id: saved.id, retired: true })),
        },
      })
      return true
    } catch (error) {
      if (codeOf(error) === 'NAME_TAKEN')
        form.setError('name', { type: 'office', message: sentenceOf(error) }, { shouldFocus: true })
      else throw error
      return false
    }
  }

  return (
    <FormDialog
      form={form}
      title={entry ? t('lists.editTitle', { name: shown }) : t('lists.newTitle')}
      onSave={save}
      onClosed={onClosed}
    >
      <TextField
        required
        label={t('lists.name')}
        maxLength={200}
        {...form.register('name', {
          validate: (text) => text.trim() !== '' || t('clients.problems.required'),
        })}
      />
      <fieldset className="lists-tones">
        <legend className="kit-label">{t('lists.tone')}</legend>
        {tones.map((one) => (
          <label key={one} data-chosen={one === tone || undefined}>
            <input
              type="radio"
              className="kit-unseen"
              value={one}
              aria-label={t(`lists.tones.${one}`)}
              {...form.register('tone')}
            />
            <Chip tone={one}>{name.trim() === '' ? t(`lists.tones.${one}`) : name}</Chip>
          </label>
        ))}
      </fieldset>
      <NamesFields
        open={Object.keys(entry?.names ?? {}).length > 0}
        register={(tag) => form.register(`names.${tag}`)}
      />
    </FormDialog>
  )
}

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ItemGroup } from '../../../app/contract/items.ts'
import { groupsUnder } from '../../../app/items.ts'
import { languages, type Language } from '../../../app/languages.ts'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { FormDialog } from '../../shell/FormDialog.tsx'
import { office } from '../../shell/office/office.ts'
import { indented, type ShownGroup } from './groupTree.ts'

interface Values {
  name: string
  /** '' for none. */
  parent: string
  names: Record<string, string>
}

interface Props {
  /** Undefined for a new one. */
  readonly group: ItemGroup | undefined
  /** Under which a new one begins. */
  readonly under: number | undefined
  readonly lines: readonly ShownGroup[]
  readonly onClosed: () => void
}

const tags = (Object.keys(languages) as Language[]).filter((tag) => tag !== 'ar-XB')

/** A group of goods: what it is called, and in which it stands. */
export function GroupDialog({ group, under, lines, onClosed }: Props) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string>()
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: {
      name: group?.name ?? '',
      parent: String((group ? group.parentId : under) ?? ''),
      names: Object.fromEntries(tags.map((tag) => [tag, group?.names[tag] ?? ''])),
    },
  })
  const own = new Set(
    group
      ? groupsUnder(
          lines.map((line) => line.group),
          group.id,
        )
      : [],
  )
  const save = async ({ name, parent, names }: Values): Promise<boolean> => {
    try {
      await office.items.saveGroup({
        ...(group ? { id: group.id } : {}),
        name: name.trim(),
        parentId: parent === '' ? null : Number(parent),
        names: Object.fromEntries(Object.entries(names).filter(([, text]) => text.trim() !== '')),
      })
      return true
    } catch (error) {
      setProblem(sentenceOf(error))
      return false
    }
  }
  return (
    <FormDialog
      form={form}
      title={group ? t('items.groups.edit', { name: group.name }) : t('items.groups.new')}
      onSave={save}
      onClosed={onClosed}
      problem={problem}
    >
      <FieldGrid>
        <TextField
          required
          autoFocus
          label={t('items.fields.name')}
          maxLength={200}
          {...form.register('name', {
            validate: (text) => text.trim() !== '' || t('clients.problems.required'),
          })}
        />
        <SelectField
          label={t('items.groups.parent')}
          none={t('items.groups.top')}
          options={lines
            .filter((line) => !own.has(line.group.id))
            .map((line) => ({ id: String(line.group.id), label: indented(line) }))}
          {...form.register('parent')}
        />
        {tags.map((tag) => (
          <TextField
            key={tag}
            label={t('fields.nameIn', { language: languages[tag].name })}
            maxLength={200}
            {...form.register(`names.${tag}`)}
          />
        ))}
      </FieldGrid>
    </FormDialog>
  )
}

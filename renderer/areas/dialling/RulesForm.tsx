import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { Controller, useFieldArray, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isCountryCode } from '../../../app/countries.ts'
import { dialled, type DiallingRules } from '../../../app/dialling.ts'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { FormBar } from '../../kit/form/FormBar.tsx'
import { ListField } from '../../kit/form/ListField.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { toast } from '../../kit/toasts.ts'
import { useAccount } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { keys } from '../../shell/keys.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { countryOptions } from '../../shell/language/places.ts'
import { office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { rulesOf, valuesOf, type RulesValues } from './rulesValues.ts'

interface Props {
  readonly exchange: { readonly id: number; readonly name: string }
  readonly rules: DiallingRules
}

/** The rules of one exchange, with a field in which to see what they make of a number before anybody calls it. */
export function RulesForm({ exchange, rules }: Props) {
  const { t } = useTranslation()
  const { registerCommand, setDirty } = useWindow()
  const account = useAccount()
  const language = useLanguage((state) => state.language)
  const [problem, setProblem] = useState<string>()
  const values = useMemo(() => valuesOf(rules), [rules])
  const form = useForm<RulesValues>({ mode: 'onTouched', defaultValues: values, values })
  const { register, control } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' })
  const countries = useMemo(() => countryOptions(language), [language])

  const save = async (changed: RulesValues) => {
    const read = rulesOf(changed)
    setProblem(read ? undefined : t('dialling.rules.wrong'))
    if (!read) return
    try {
      await office.dialling.saveRules({ exchange: exchange.id, rules: read })
      form.reset(valuesOf(read))
      toast({ tone: 'good', text: t('dialling.rules.saved') })
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const onSave = useEffectEvent(() => void form.handleSubmit(save)())
  useEffect(() => registerCommand('save', () => onSave()), [registerCommand])

  const renderLine = (index: number) => (
    <>
      <TextField
        bare
        dir="ltr"
        label={t('dialling.rules.begins')}
        placeholder="+85512"
        {...register(`lines.${index}.begins`)}
      />
      <TextField
        bare
        dir="ltr"
        label={t('dialling.rules.outside')}
        maxLength={8}
        {...register(`lines.${index}.outside`)}
      />
    </>
  )

  return (
    <Form
      form={form}
      onSave={save}
      onDirty={setDirty}
      problem={problem}
      bar={<FormBar saveKeys={keys.save} onCancel={() => form.reset(values)} />}
    >
      <FieldGrid>
        <TextField
          dir="ltr"
          label={t('dialling.rules.outside')}
          hint={t('dialling.rules.outsideHint')}
          maxLength={8}
          {...register('outside')}
        />
        <TextField
          dir="ltr"
          label={t('dialling.rules.international')}
          hint={t('dialling.rules.internationalHint')}
          maxLength={8}
          {...register('international')}
        />
        <SelectField
          label={t('dialling.rules.country')}
          none={t('dialling.rules.asOffice')}
          options={countries}
          {...register('country')}
        />
        <Controller
          control={control}
          name="inside"
          render={({ field }) => (
            <NumberField
              label={t('dialling.rules.inside')}
              hint={t('dialling.rules.insideHint')}
              {...field}
            />
          )}
        />
        <ListField
          wide
          label={t('dialling.rules.lines')}
          hint={t('dialling.rules.linesHint')}
          rows={fields}
          addLabel={t('dialling.rules.addLine')}
          onAdd={() => append({ begins: '', outside: '' }, { shouldFocus: false })}
          onRemove={remove}
          row={renderLine}
        />
      </FieldGrid>
      <TryNumber values={useWatch({ control }) as RulesValues} home={account.office.country} />
    </Form>
  )
}

/** What would be dialled, as one types. */
function TryNumber({ values, home }: { values: RulesValues; home: string }) {
  const { t } = useTranslation()
  const [number, setNumber] = useState('')
  const rules = rulesOf(values)
  const given = rules && dialled(number, rules, isCountryCode(home) ? home : undefined)
  return (
    <div className="dialling-try">
      <TextField
        type="tel"
        dir="ltr"
        label={t('dialling.rules.tryIt')}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <p aria-live="polite">
        {given ? (
          <>
            {t('dialling.rules.given')} <bdi dir="ltr">{given}</bdi>
          </>
        ) : (
          t(rules ? 'dialling.rules.nothing' : 'dialling.rules.wrong')
        )}
      </p>
    </div>
  )
}

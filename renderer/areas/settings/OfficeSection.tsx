import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { languages, languageTags, type Language } from '../../../app/languages.ts'
import { Banner } from '../../kit/Banner.tsx'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { FormBar } from '../../kit/form/FormBar.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { toast } from '../../kit/toasts.ts'
import { useAccount, useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { keys } from '../../shell/keys.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { countryOptions, currencyOptions } from '../../shell/language/places.ts'
import { office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { languageName } from '../clients/cardWords.ts'

interface Values {
  company: string
  country: string
  currency: string
  language: Language
  nameLanguages: string[]
}

/** Languages of names that are offered: the program's own and those of the neighbours. */
const namesIn = [...languageTags.filter((tag) => tag !== 'ar-XB'), 'zh', 'th', 'vi', 'fr', 'ar']

/** What holds for everybody: whose office this is, where it stands, what it counts in. */
export function OfficeSection(props: { shown: boolean; onDirty: (dirty: boolean) => void }) {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const account = useAccount()
  const mayEdit = useMay()('office.edit')
  const language = useLanguage((state) => state.language)
  const [problem, setProblem] = useState<string>()
  const { company, country, currency, language: own, nameLanguages } = account.office
  const values = useMemo<Values>(
    () => ({ company, country, currency, language: own, nameLanguages }),
    [company, country, currency, own, nameLanguages],
  )
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: values,
    // Somebody else's change comes in; what is half done here stays.
    values,
    resetOptions: { keepDirtyValues: true },
  })
  const countries = useMemo(() => countryOptions(language), [language])
  const currencies = useMemo(() => currencyOptions(language), [language])

  const save = async (changed: Values) => {
    setProblem(undefined)
    try {
      await office.office.save(changed)
      form.reset(changed)
      toast({ tone: 'good', text: t('settings.office.saved') })
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const onSave = useEffectEvent(() => void form.handleSubmit(save)())
  const { shown } = props
  useEffect(() => {
    if (!shown || !mayEdit) return
    return registerCommand('save', () => onSave())
  }, [shown, mayEdit, registerCommand])

  return (
    <Form
      form={form}
      onSave={save}
      onDirty={props.onDirty}
      problem={problem}
      bar={mayEdit ? <FormBar saveKeys={keys.save} onCancel={() => form.reset(values)} /> : undefined}
    >
      {!mayEdit && <Banner tone="info">{t('settings.office.readOnly')}</Banner>}
      <FieldGrid>
        <TextField
          wide
          required={mayEdit}
          readOnly={!mayEdit}
          label={t('settings.office.company')}
          hint={t('settings.office.companyHint')}
          maxLength={200}
          {...form.register('company', {
            validate: (value) => value.trim() !== '' || t('settings.office.companyNeeded'),
          })}
        />
        <SelectField
          label={t('settings.office.country')}
          hint={t('settings.office.countryHint')}
          disabled={!mayEdit}
          options={countries}
          {...form.register('country')}
        />
        <SelectField
          label={t('settings.office.currency')}
          hint={t('settings.office.currencyHint')}
          disabled={!mayEdit}
          options={currencies}
          {...form.register('currency')}
        />
        <SelectField
          label={t('settings.office.language')}
          hint={t('settings.office.languageHint')}
          disabled={!mayEdit}
          options={languageTags
            .filter((tag) => tag !== 'ar-XB')
            .map((tag) => ({ id: tag, label: languages[tag].name }))}
          {...form.register('language')}
        />
      </FieldGrid>
      <Controller
        control={form.control}
        name="nameLanguages"
        render={({ field: { value, onChange } }) => (
          <fieldset className="settings-languages" disabled={!mayEdit}>
            <legend className="kit-label">{t('settings.office.nameLanguages')}</legend>
            <div className="settings-languages-list">
              {[...new Set([...namesIn, ...value])].map((tag) => (
                <CheckField
                  key={tag}
                  label={languageName(tag)}
                  checked={value.includes(tag)}
                  onChange={(event) =>
                    onChange(
                      event.currentTarget.checked ? [...value, tag] : value.filter((one) => one !== tag),
                    )
                  }
                />
              ))}
            </div>
            <span className="kit-hint">{t('settings.office.nameLanguagesHint')}</span>
          </fieldset>
        )}
      />
    </Form>
  )
}
